import type { OrgFile } from '../../local/org/org-file';
import type { Intent, Redesign } from '../../src/contracts/records';
import { isOneOf } from './changed-org';
import type { OutcomeCase, OutcomeRow } from './outcome';
import { lastsUntil, type Sight } from './sight';
import { sortedOnce } from './roles';
import { ownerOf } from './sources';

/** What was decided about a group on a product, and whom it still speaks of. */
export interface SourceAnswer {
  readonly groupId: string;
  readonly ari: string;
  readonly record: Intent | Redesign;
  /** It was decided, and its decision has fallen. */
  readonly fell: boolean;
  readonly covers: (accountId: string) => boolean;
}

/** What is there of a source now; null where the group no longer gives anything on the product. */
export interface SourceToday {
  readonly owner: string;
  readonly defaultRole: string | null;
  readonly roles: readonly string[];
  readonly seated: readonly string[];
}

/** A source as the organization has it, with those whose seats come through it. */
export function sourceToday(
  org: OrgFile,
  cases: readonly OutcomeCase[],
  groupId: string,
  ari: string,
): SourceToday | null {
  const group = org.groups.find(({ id }) => id === groupId);
  const grant = group?.grants.find((one) => one.ari === ari && one.roles.length > 0);
  if (group === undefined || grant === undefined) return null;
  const seats = ({ path, billable }: OutcomeRow): boolean => path.groupId === groupId && billable === true;
  return {
    owner: ownerOf(group, grant),
    defaultRole: grant.defaultRole ?? null,
    roles: sortedOnce(grant.roles),
    seated: cases.filter((one) => one.ari === ari && one.rows.some(seats)).map((one) => one.accountId),
  };
}

/** Every decision on a source, held against what the source is now. */
export function sourceAnswers(org: OrgFile, cases: readonly OutcomeCase[], sight: Sight): SourceAnswer[] {
  return sight.records.flatMap((record): SourceAnswer[] => {
    if (record.kind !== 'intent' && record.kind !== 'redesign') return [];
    const { groupId, ari } = record.source;
    const source = sourceToday(org, cases, groupId, ari);
    if (source === null) return [];
    const told = { groupId, ari, record };
    if (record.kind === 'redesign') {
      const underWay = ['planned', 'approved', 'claimed'].includes(record.state);
      return [{ ...told, fell: record.state === 'returned', covers: () => underWay }];
    }
    const fell =
      record.state === 'void' || (record.state === 'standing' && isVoid(org, record, source, sight));
    const speaksOf = (accountId: string): boolean =>
      isOneOf(
        org.users.find((user) => user.accountId === accountId)!,
        record.population,
      );
    return [{ ...told, fell, covers: (id) => record.state === 'standing' && !fell && speaksOf(id) }];
  });
}

/** docs/review-cycle.md, Standing decisions: one of these has changed. */
function isVoid(
  org: OrgFile,
  record: Intent,
  source: SourceToday,
  { now, incompleteGroups }: Sight,
): boolean {
  const { evidence, population, cap } = record;
  const outside = source.seated.filter(
    (id) =>
      !isOneOf(
        org.users.find((user) => user.accountId === id)!,
        population,
      ),
  ).length;
  // A tenth of the seats may come in from outside, or one where they are few.
  const mayComeIn = Math.max(1, Math.ceil(evidence.seats / 10));
  return (
    lastsUntil(record.expiresOn) <= now ||
    evidence.owner !== source.owner ||
    evidence.defaultRole !== source.defaultRole ||
    sortedOnce([...evidence.roles]).join() !== source.roles.join() ||
    (evidence.complete && incompleteGroups.includes(record.source.groupId)) ||
    source.seated.length > cap ||
    outside > record.outside + mayComeIn
  );
}
