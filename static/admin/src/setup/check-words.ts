import { type SetupFinding } from '../../../../src/contracts/setup-checks';
import { type Person } from '../../../../src/contracts/views';
import { nameOf } from '../parts/names';
import { formatDay, formatList, formatMoment, formatMomentIn } from '../platform/format';
import { type Translate } from '../texts/texts';

interface Reader {
  t: Translate;
  locale: string;
  people: readonly Person[];
}

/** A finding in the reader's words; what it does not name stands in no text of its code. */
export function tellFinding({ t, locale, people }: Reader, { code, params }: SetupFinding): string {
  const { name, names, project, count, of, day, at, timeZone } = params;
  return t(`setup.finding.${code}`, {
    name: name ?? '',
    names: formatList(locale, names ?? []),
    people: formatList(
      locale,
      (params.people ?? []).map((accountId) => nameOf(t, people, accountId)),
    ),
    project: project ?? '',
    count: count ?? 0,
    of: of ?? 0,
    day: day === undefined ? '' : formatDay(locale, day),
    at: at === undefined ? '' : timeZone ? formatMomentIn(locale, at, timeZone) : formatMoment(locale, at),
    timeZone: timeZone ?? '',
  });
}
