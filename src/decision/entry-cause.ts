import type { EntryTable, Snapshot } from '../contracts/snapshot';
import type { EntryCause } from '../contracts/vocabulary';
import { NO_GRANT } from '../access/path-table';
import type { DecisionTable } from './tell';

/** How an account came into the group of a row, as far as the audit log told. */
export interface RowEntry {
  readonly cause: EntryCause;
  /** Epoch ms; null where the log tells of no entry. */
  readonly at: number | null;
  /** An account id or a word of the system; null where the log tells of no entry. */
  readonly actor: string | null;
  /** Why the cause is unknown; null where it is known. */
  readonly because: string | null;
  /** Epoch ms of the end of the group's being a default here; null unless the account came in before that. */
  readonly formerlyDefaultUntil: number | null;
}

/** Why a cause is unknown. Never guessed from anything else. */
const WHY_UNKNOWN = {
  'not-asked': () => 'The audit log was not read in this scan.',
  refused: () =>
    'The audit log could not be read: it needs Atlassian Guard and a key with read:events:admin.',
  older: (since: string) =>
    `The audit log was read back to ${since} and tells of no entry: it is older, or was never logged.`,
  'not-logged': (since: string) =>
    `The audit log was read back to ${since}, before the account was there, and tells of no entry.`,
  'no-cause': () => 'The audit log tells of the entry and gives no cause that is known.',
} as const;

/** The entry behind a row; null where the path is no group. Pure. */
export function entryCauseOf({ snapshot, paths }: DecisionTable, row: number): RowEntry | null {
  const grant = paths.rowGrant[row]!;
  if (grant === NO_GRANT) return null;
  const { history, grants } = snapshot;
  const account = paths.caseAccount[paths.rowCase[row]!]!;
  const found = findEntry(history.entries, account, grants.group[grant]!);
  if (found === -1) {
    const because = whyNoEntry(snapshot, account);
    return { cause: 'unknown', at: null, actor: null, because, formerlyDefaultUntil: null };
  }
  const { at, actor, cause: causes } = history.entries;
  const cause = causes.values[causes.codes[found]!]! as EntryCause;
  return {
    cause,
    at: at[found]!,
    actor: actor[found]!,
    because: cause === 'unknown' ? WHY_UNKNOWN['no-cause']() : null,
    formerlyDefaultUntil: endOfDefault(snapshot, grant, at[found]!),
  };
}

/** The index of an entry; entries are sorted by account, then group. */
function findEntry({ account, group }: EntryTable, wantedAccount: number, wantedGroup: number): number {
  let low = 0;
  let high = account.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const before = account[middle]! - wantedAccount || group[middle]! - wantedGroup;
    if (before < 0) low = middle + 1;
    else high = middle;
  }
  return account[low] === wantedAccount && group[low] === wantedGroup ? low : -1;
}

function whyNoEntry({ history, accounts }: Snapshot, account: number): string {
  if (history.state !== 'read') return WHY_UNKNOWN[history.state]();
  const addedAt = accounts.addedToOrg[account]!;
  return WHY_UNKNOWN[addedAt >= history.since ? 'not-logged' : 'older'](dayOf(history.since));
}

/** When the group stopped being a default: its last change after the entry, where it is no default now. */
function endOfDefault({ history, grants }: Snapshot, grant: number, entryAt: number): number | null {
  if (grants.defaultRole[grant] !== 0) return null;
  const changes = history.defaultChanges.filter(
    (one) => one.group === grants.group[grant] && one.resource === grants.resource[grant] && one.at > entryAt,
  );
  return changes.at(-1)?.at ?? null;
}

const CAUSE_WORDS: Readonly<Record<EntryCause, string>> = {
  admin: 'an administrator added the account',
  'app-access': 'access to the app was granted',
  invite: 'the account was invited',
  'approved-domain': 'it signed up with an address of an approved domain',
  'first-access': 'it opened the product for the first time, or was referred to in it',
  import: 'an import brought it',
  'site-creation': 'it came with the site',
  sync: 'a sync wrote it',
  unknown: 'the audit log does not say how',
};

/** An entry as a sentence; `nameOf` gives what an actor is shown as. */
export function tellEntry(entry: RowEntry, nameOf: (actor: string) => string): string {
  if (entry.at === null) return `How the account came into the group is not known. ${entry.because ?? ''}`;
  const by = entry.actor === null || entry.actor === 'unknown' ? '' : ` Actor: ${nameOf(entry.actor)}.`;
  const former =
    entry.formerlyDefaultUntil === null
      ? ''
      : ` Formerly default: the group was a default of this product until ${dayOf(entry.formerlyDefaultUntil)}.`;
  return `Came into the group on ${dayOf(entry.at)}: ${CAUSE_WORDS[entry.cause]}.${by}${former}`;
}

const dayOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);
