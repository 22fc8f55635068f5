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

const numberFormat = keeping(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
const dateFormat = keeping(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** Ten-thousandths of a currency’s unit in one unit. */
const AMOUNTS_A_UNIT = 10_000;

const AGES: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Numbers, money, days and moments as the reader reads them: in the locale of the reader, by the clocks of the site. */
export type Format = ReturnType<typeof createFormat>;

/**
 * `locale` is a BCP 47 tag such as `en-GB`. `zone` gives the time zone of the site, such as `Europe/Berlin`; while
 * that is not known, the clocks are those of the browser.
 */
export function createFormat(locale: string, zone: () => string | undefined = () => undefined) {
  const numbers = (options: Intl.NumberFormatOptions): Intl.NumberFormat => numberFormat(locale, options);
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => dateFormat(locale, options);

  function number(value: number): string {
    return numbers({}).format(value);
  }

  /** What parts decimals where a number is typed: a comma or a point. */
  function decimalMark(): ',' | '.' {
    return number(1.5).includes(',') ? ',' : '.';
  }

  /** A change of a number, with its sign. */
  function signed(value: number): string {
    return numbers({ signDisplay: 'exceptZero' }).format(value);
  }

  /** An amount in ten-thousandths of the unit of a currency such as `EUR`; as many decimals as it has. */
  function amount(currency: string, value: number): string {
    const words = numbers({ style: 'currency', currency, maximumFractionDigits: 4 });
    return words.format(value / AMOUNTS_A_UNIT);
  }

  /** A part of a whole in percent; all only where nothing is left out. */
  function share(part: number, whole: number): string {
    const parts = whole === 0 ? 0 : Math.floor((100 * part) / whole) / 100;
    return numbers({ style: 'percent' }).format(parts);
  }

  /** A moment (RFC 3339) with date and time of day. The zone is named where the reader’s own clock shows another. */
  function moment(at: string): string {
    const when = new Date(at);
    const shown = { dateStyle: 'medium', timeStyle: 'short' } as const;
    const here = dates({ ...shown, timeZone: zone() }).format(when);
    return here === dates(shown).format(when) ? here : `${here} ${zoneName(when)}`;
  }

  /** A zone in short, as it is called at a moment: `CET` or `GMT+9`. */
  function zoneName(when: Date): string {
    const parts = dates({ timeZoneName: 'short', timeZone: zone() }).formatToParts(when);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  }

  /** A moment (RFC 3339) with its weekday, as the clocks of a zone show it that is told beside. */
  function fullMoment(at: string, timeZone: string): string {
    return dates({ dateStyle: 'full', timeStyle: 'short', timeZone }).format(new Date(at));
  }

  /** The day of a moment (RFC 3339) with its weekday, in a zone that it is told beside. */
  function fullDay(at: string, timeZone: string): string {
    return dates({ dateStyle: 'full', timeZone }).format(new Date(at));
  }

  /** The day of a moment (RFC 3339). */
  function dayOf(at: string): string {
    return dates({ dateStyle: 'medium', timeZone: zone() }).format(new Date(at));
  }

  /** A calendar day (`2026-11-23`), the same day in every time zone. */
  function day(told: string): string {
    return dates({ dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${told}T12:00:00Z`));
  }

  /** How long ago a moment was, e.g. “3 hours ago”; `now` in milliseconds. */
  function age(at: string, now: number): string {
    const passed = Math.max(0, now - Date.parse(at));
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    for (const [unit, size] of AGES) {
      if (passed >= size) return words.format(-Math.floor(passed / size), unit);
    }
    return words.format(0, 'minute');
  }

  /** Names in one sentence, e.g. “Hold and Keep”. */
  function list(items: readonly string[]): string {
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
  }

  return { number, decimalMark, signed, amount, share, moment, fullMoment, fullDay, dayOf, day, age, list };
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
