import type { AccessHistory, DefaultChange, EntryTable } from '../contracts/snapshot';
import { createInterner } from '../columns/interner';
import { sortedValues } from './account-log';
import type { HistoryLog } from './history-log';
import type { AccessChange } from './parts';

/** What the snapshot holds; an id that it does not hold has no index. */
export interface Holdings {
  readonly accounts: number;
  readonly accountOf: (id: string) => number | undefined;
  readonly groupOf: (id: string) => number | undefined;
  readonly resourceOf: (id: string) => number | undefined;
}

/** The history of an organization whose audit log was not read. */
export function noHistory(state: 'not-asked' | 'refused', accounts: number): AccessHistory {
  return {
    state,
    since: NaN,
    entries: entryTable([]),
    tokenUse: new Float64Array(accounts).fill(NaN),
    defaultChanges: [],
    ignored: 0,
  };
}

/** What the audit log told of the accounts, groups and products that the snapshot holds. */
export function assembleHistory(log: HistoryLog, held: Holdings): AccessHistory {
  if (log.since === null) return noHistory(log.asked ? 'refused' : 'not-asked', held.accounts);
  const tokenUse = new Float64Array(held.accounts).fill(NaN);
  for (const [id, at] of log.tokenUse) {
    const account = held.accountOf(id);
    if (account !== undefined) tokenUse[account] = at;
  }
  return {
    state: 'read',
    since: log.since,
    entries: entryTable(latestEntries(log.changes, held)),
    tokenUse,
    defaultChanges: defaultChanges(log.changes, held),
    ignored: log.ignored,
  };
}

interface Entry {
  readonly account: number;
  readonly group: number;
  readonly change: AccessChange;
}

/** Of each account and group the latest change, where that is an entry: what came before an exit is no longer so. */
function latestEntries(changes: readonly AccessChange[], held: Holdings): Entry[] {
  const latest = new Map<string, Entry>();
  for (const change of changes) {
    if (change.change === 'default') continue;
    for (const account of indexesOf(change, held.accountOf)) {
      for (const group of indexesOf(change, held.groupOf)) {
        const key = `${account} ${group}`;
        const known = latest.get(key)?.change;
        if (known === undefined || supersedes(change, known)) latest.set(key, { account, group, change });
      }
    }
  }
  return [...latest.values()]
    .filter(({ change }) => change.change === 'entry')
    .sort((a, b) => a.account - b.account || a.group - b.group);
}

/** At the same moment the entry counts: whoever is moved leaves before he comes in. */
function supersedes(one: AccessChange, other: AccessChange): boolean {
  return one.at > other.at || (one.at === other.at && one.change === 'entry' && other.change === 'exit');
}

function entryTable(entries: readonly Entry[]): EntryTable {
  const causes = createInterner();
  const codes = Uint8Array.from(entries, ({ change }) => causes.codeOf(change.cause));
  return {
    account: Uint32Array.from(entries, ({ account }) => account),
    group: Uint32Array.from(entries, ({ group }) => group),
    at: Float64Array.from(entries, ({ change }) => change.at),
    cause: sortedValues(causes.texts, codes),
    actor: entries.map(({ change }) => change.actor),
  };
}

function defaultChanges(changes: readonly AccessChange[], held: Holdings): DefaultChange[] {
  const all = changes
    .filter((change) => change.change === 'default')
    .flatMap((change) =>
      indexesOf(change, held.groupOf).flatMap((group) =>
        indexesOf(change, held.resourceOf).map((resource) => ({ group, resource, at: change.at })),
      ),
    );
  const once = new Map(all.map((one) => [`${one.group} ${one.resource} ${one.at}`, one]));
  return [...once.values()].sort((a, b) => a.group - b.group || a.resource - b.resource || a.at - b.at);
}

/** The things of one kind that a change is about. */
function indexesOf(change: AccessChange, indexOf: (id: string) => number | undefined): number[] {
  return change.about.flatMap((id) => indexOf(id) ?? []);
}
