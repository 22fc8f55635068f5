/** Keeps what `make` made of a locale and options: to make a formatter takes many times as long as to use it. */
function keeping<O, F>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
  const made = new Map<string, F>();
  return (locale, options) => {
    const key = JSON.stringify([locale, options]);
    const kept = made.get(key) ?? make(locale, options);
    made.set(key, kept);
    return kept;
  };
}

const numbers = keeping(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
const moments = keeping(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** Numbers, dates and ages as the reader's locale writes them. `locale` is a BCP 47 tag such as `en-GB`. */
export function formatNumber(locale: string, value: number): string {
  return numbers(locale, {}).format(value);
}

/** A moment (RFC 3339) with date and time of day, in the reader's time zone. */
export function formatMoment(locale: string, moment: string): string {
  return moments(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}

/** A moment (RFC 3339) as the clocks of a time zone such as `Europe/Berlin` show it. */
export function formatMomentIn(locale: string, moment: string, timeZone: string): string {
  const words = moments(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return words.format(new Date(moment));
}

/** What parts decimals where a number is typed: a comma or a point. */
export function decimalMark(locale: string): ',' | '.' {
  return formatNumber(locale, 1.5).includes(',') ? ',' : '.';
}

/** A change of a number, with its sign. */
export function formatSigned(locale: string, value: number): string {
  return numbers(locale, { signDisplay: 'exceptZero' }).format(value);
}

/** Ten-thousandths of a currency’s unit in one unit. */
const AMOUNTS_A_UNIT = 10_000;

/** An amount in ten-thousandths of the unit of a currency such as `EUR`; as many decimals as it has. */
export function formatAmount(locale: string, currency: string, amount: number): string {
  const words = numbers(locale, { style: 'currency', currency, maximumFractionDigits: 4 });
  return words.format(amount / AMOUNTS_A_UNIT);
}

/** A part of a whole in percent; all only where nothing is left out. */
export function formatShare(locale: string, part: number, whole: number): string {
  const share = whole === 0 ? 0 : Math.floor((100 * part) / whole) / 100;
  return numbers(locale, { style: 'percent' }).format(share);
}

/** The day of a moment (RFC 3339), in the reader's time zone. */
export function formatDayOf(locale: string, moment: string): string {
  return moments(locale, { dateStyle: 'medium' }).format(new Date(moment));
}

/** A calendar day (`2026-11-23`), the same day in every time zone. */
export function formatDay(locale: string, day: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  return moments(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(noon);
}

const AGES: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago a moment was, e.g. “3 hours ago”; `now` in milliseconds. */
export function formatAge(locale: string, moment: string, now: number): string {
  const passed = Math.max(0, now - Date.parse(moment));
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, size] of AGES) {
    if (passed >= size) return words.format(-Math.floor(passed / size), unit);
  }
  return words.format(0, 'minute');
}

/** Names in one sentence, e.g. “Hold and Keep”. */
export function formatList(locale: string, items: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

const DAY = 86_400_000;

/** The calendar day `days` after the day of `now` (milliseconds), in UTC as the app counts. */
export function dayAfter(now: number, days: number): string {
  return new Date(now + days * DAY).toISOString().slice(0, 10);
}

/** Days from the day of `now` (milliseconds) to a calendar day; negative where it is past. */
export function daysUntil(now: number, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(dayAfter(now, 0))) / DAY);
}

/** Whether something may end on a day: from tomorrow, and at most so many days on. */
export function dayFits(now: number, day: string, most: number): boolean {
  const days = daysUntil(now, day);
  return days >= 1 && days <= most;
}
