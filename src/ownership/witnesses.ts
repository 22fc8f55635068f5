import { ABSENT, type Snapshot, YES } from '../contracts/snapshot';

/** What the two witnesses of one fact, `externalSynced` and `managedBy`, say together about a group. */
export type Source = 'synced' | 'not-synced' | 'unknown' | 'contradiction';

/**
 * The values of `managedBy` that are known to speak. Any other value counts as missing.
 * Source: Organizations API v2, group model, read 2026-11-23.
 */
const MANAGED_BY_LOCAL: ReadonlySet<string> = new Set(['admins', 'team-members', 'open']);

/** The source of a group. One witness missing: the other decides. They disagree: a contradiction. */
export function sourceOfGroup(snapshot: Snapshot, group: number): Source {
  const { externalSynced, managedBy } = snapshot.groups;
  const manager = managedBy.values[managedBy.codes[group]!]!;
  const byManager: Source =
    manager === 'external' ? 'synced' : MANAGED_BY_LOCAL.has(manager) ? 'not-synced' : 'unknown';
  const flag = externalSynced[group]!;
  if (flag === ABSENT) return byManager;
  const byFlag: Source = flag === YES ? 'synced' : 'not-synced';
  return byManager === 'unknown' || byManager === byFlag ? byFlag : 'contradiction';
}
