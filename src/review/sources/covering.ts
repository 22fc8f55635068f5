import type { Intent, Redesign } from '../../contracts/records';
import { listSources, type Source } from '../../decision/sources';
import type { Look } from '../queue/look';
import { isInForce } from '../standing';
import { voidBecause } from './intent';
import { countOutside, membersOf } from './population';
import { findGrant, indexRowsOfGrants } from './source-facts';

/** What was decided about one source, and whether it holds. */
export interface SourceDecision {
  readonly record: Intent | Redesign;
  /** Why a standing decision no longer holds; null where it does, or never did. */
  readonly voidBecause: string | null;
  /** The accounts it speaks of; nobody while it does not hold. */
  readonly covers: (account: number) => boolean;
}

export interface SourceDecisions {
  /** The sources of the snapshot, index for index with its grants. */
  readonly sources: readonly Source[];
  readonly of: (grant: number) => SourceDecision | null;
  /** Standing decisions that do not hold any more, also on sources that are gone. */
  readonly voided: readonly { readonly record: Intent; readonly because: string }[];
}

const nobody = (): boolean => false;
const everybody = (): boolean => true;

/** Holds the newest decision on each source against what the source is now. */
export function indexSourceDecisions({ table, report, book, now }: Look): SourceDecisions {
  const sources = listSources(table);
  const { groups, roles, roleSets, grants } = table.snapshot;
  const rowsOf = indexRowsOfGrants(table);
  const byGrant = new Map<number, SourceDecision>();
  const voided: { record: Intent; because: string }[] = [];

  const whyVoid = (record: Intent, grant: number | null): string | null => {
    // What a partial scan did not show may still be there.
    if (grant === null && report.verdict === 'partial') return null;
    const source = grant === null ? null : sources[grant]!;
    const defaultRole = grant === null ? 0 : grants.defaultRole[grant]!;
    return voidBecause(
      record,
      source && {
        owner: source.owner,
        defaultRole: defaultRole === 0 ? null : roles[defaultRole - 1]!,
        roles: roleSets[grants.roleSet[grant!]!]!,
        complete: !report.coverage.incompleteGroups.includes(groups.ids[source.group]!),
        seats: source.seats,
        outside: countOutside(table, rowsOf(source.grant), record.population),
      },
      now,
    );
  };

  for (const record of book.sources) {
    const grant = findGrant(table, record.source.groupId, record.source.ari);
    if (record.kind === 'redesign') {
      const covers = isInForce(record, now) ? everybody : nobody;
      if (grant !== null) byGrant.set(grant, { record, voidBecause: null, covers });
      continue;
    }
    const because = record.state === 'standing' ? whyVoid(record, grant) : null;
    if (because !== null) voided.push({ record, because });
    if (grant === null) continue;
    const holds = record.state === 'standing' && because === null;
    const toldVoid = record.state === 'void' ? (record.steps.at(-1)?.note ?? '') : null;
    byGrant.set(grant, {
      record,
      voidBecause: because ?? toldVoid,
      covers: holds ? membersOf(table.snapshot, record.population) : nobody,
    });
  }
  return { sources, of: (grant) => byGrant.get(grant) ?? null, voided };
}
