import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';

/* Moments in words for a reader who may be anywhere: by the clocks of UTC, and saying so where the hour counts. */

/** The day of a moment (RFC 3339), such as “1 June 2026”. */
export const tellDay = (at: string): string => format(new TZDate(at, 'UTC'), 'd MMMM yyyy');

/** A moment (RFC 3339), such as “1 June 2026, 09:00 UTC”. */
export const tellMoment = (at: string): string =>
  `${format(new TZDate(at, 'UTC'), 'd MMMM yyyy, HH:mm')} UTC`;
