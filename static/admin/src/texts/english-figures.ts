import { type Format } from '../platform/format';

/** What stands in quotes is a name and stays as it is: a group may be called “2026-11-06”. */
const NAME = '“[^”]*”';
const DAY = '(?<![\\w-])(?<day>\\d{4}-\\d{2}-\\d{2})(?![\\w-])';
/** A count comes first, or after a mark or a small word, and tells of what: “Kiosk 2000 has” is none. */
const COUNT = '(?<=^|[.,:;] |(?:^|\\s)(?:[a-z]+|Only) )(?<count>\\d+)(?= [a-z])';
const FIGURE = new RegExp([NAME, DAY, COUNT].join('|'), 'g');

/** A sentence of the app for readers of English: its own words, with days and counts as `format` writes them. */
export function writeFigures(sentence: string, format: Format): string {
  return sentence.replace(FIGURE, (said: string, ...found) => {
    const { day, count } = found.at(-1) as { day?: string; count?: string };
    if (day !== undefined) return format.day(day);
    return count === undefined ? said : format.number(Number(count));
  });
}
