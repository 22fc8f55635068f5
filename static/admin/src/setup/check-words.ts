import { type SetupRemark } from '../../../../src/contracts/setup-checks';
import { type Person } from '../../../../src/contracts/views';
import { nameOf } from '../parts/names';
import { type Format } from '../platform/format';
import { type Translate } from '../texts/texts';

interface Reader {
  t: Translate;
  format: Format;
  people: readonly Person[];
}

/** A remark in the reader's words; what it does not name stands in no text of its code. */
export function tellRemark({ t, format, people }: Reader, { code, params }: SetupRemark): string {
  const { name, names, project, count, of, day, at, timeZone } = params;
  return t(`setup.remark.${code}`, {
    name: name ?? '',
    names: format.list(names ?? []),
    people: format.list((params.people ?? []).map((accountId) => nameOf(t, people, accountId))),
    project: project ?? '',
    count: count ?? 0,
    of: of ?? 0,
    day: day === undefined ? '' : format.day(day),
    at: at === undefined ? '' : timeZone ? format.fullMoment(at, timeZone) : format.moment(at),
    timeZone: timeZone ?? '',
  });
}
