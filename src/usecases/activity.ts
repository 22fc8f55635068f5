import { ACTIVITY_UNREADABLE, NEVER_ACTIVE } from '../contracts/snapshot';
import type { Settings } from '../contracts/settings';
import type { Activity } from '../contracts/views';
import { instantOf } from '../decision/tell';

const DAY_MS = 86_400_000;

/** Last activity as this installation shows it: a bucket, or a date where the owner chose dates. */
export function showActivity(
  at: number,
  now: number,
  shownAs: Settings['review']['activityShownAs'],
): Activity {
  if (at === ACTIVITY_UNREADABLE) return { bucket: 'unknown' };
  if (at === NEVER_ACTIVE) return { bucket: 'never' };
  if (shownAs === 'dates') return { at: instantOf(at) };
  const days = (now - at) / DAY_MS;
  if (days > 180) return { bucket: 'over-180' };
  if (days > 90) return { bucket: 'over-90' };
  return { bucket: days > 30 ? 'over-30' : 'recent' };
}
