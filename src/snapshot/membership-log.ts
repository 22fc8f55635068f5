import { growing } from '../columns/growing';

/** Memberships by account code: groups of account a are `groups[offsets[a] … offsets[a + 1] - 1]`, ascending, once each. */
export interface Memberships {
  readonly offsets: Uint32Array;
  readonly groups: Uint32Array;
}

/** What was seen of memberships: per account and directory the latest list, and groups read again as a whole. */
export interface MembershipLog {
  /** A page's list for one account in one directory; replaces an earlier one. */
  observe(account: number, directory: number, groups: readonly number[]): void;
  /** Everything observed in a directory so far no longer counts. */
  forget(directory: number): void;
  /** More members of a group that is read for itself; the lists of the accounts no longer count for it. */
  readAgain(group: number, accounts: readonly number[]): void;
  memberships(accounts: number): Memberships;
}

export function createMembershipLog(): MembershipLog {
  const account = growing((n) => new Uint32Array(n));
  const directory = growing((n) => new Uint16Array(n));
  const start = growing((n) => new Uint32Array(n));
  const length = growing((n) => new Uint32Array(n));
  const members = growing((n) => new Uint32Array(n));
  const rereads = new Map<number, readonly number[]>();
  const forgottenBefore = new Map<number, number>();
  let repeated = false;
  const seen = new Set<number>();

  const keyOf = (one: number, inDirectory: number): number => one * 65_536 + inDirectory;

  /** Which observations count: of several for one account in one directory, the last. */
  function* current(): Generator<number> {
    const last = new Map<number, number>();
    if (repeated) {
      for (let i = 0; i < account.length; i += 1) last.set(keyOf(account.at(i), directory.at(i)), i);
    }
    for (let i = 0; i < account.length; i += 1) {
      if (i < (forgottenBefore.get(directory.at(i)) ?? 0)) continue;
      if (repeated && last.get(keyOf(account.at(i), directory.at(i))) !== i) continue;
      yield i;
    }
  }

  return {
    observe(one, inDirectory, groups) {
      const key = keyOf(one, inDirectory);
      repeated ||= seen.has(key);
      seen.add(key);
      account.push(one);
      directory.push(inDirectory);
      start.push(members.length);
      length.push(groups.length);
      for (const group of groups) members.push(group);
    },
    forget(inDirectory) {
      forgottenBefore.set(inDirectory, account.length);
    },
    readAgain(group, accounts) {
      rereads.set(group, [...(rereads.get(group) ?? []), ...accounts]);
    },
    memberships(accounts) {
      const pairAccount = growing((n) => new Uint32Array(n));
      const pairGroup = growing((n) => new Uint32Array(n));
      for (const i of current()) {
        for (let m = start.at(i); m < start.at(i) + length.at(i); m += 1) {
          if (rereads.has(members.at(m))) continue;
          pairAccount.push(account.at(i));
          pairGroup.push(members.at(m));
        }
      }
      for (const [group, members] of rereads) {
        for (const member of members) {
          pairAccount.push(member);
          pairGroup.push(group);
        }
      }
      return groupPairs(accounts, pairAccount.done(), pairGroup.done());
    },
  };
}

/** Pairs (account, group) as lists by account, each ascending and without doubles. */
function groupPairs(accounts: number, pairAccount: Uint32Array, pairGroup: Uint32Array): Memberships {
  const begin = new Uint32Array(accounts + 1);
  for (const one of pairAccount) begin[one + 1]! += 1;
  for (let i = 0; i < accounts; i += 1) begin[i + 1]! += begin[i]!;
  const filled = begin.slice();
  const sorted = new Uint32Array(pairGroup.length);
  for (let i = 0; i < pairGroup.length; i += 1) {
    sorted[filled[pairAccount[i]!]!] = pairGroup[i]!;
    filled[pairAccount[i]!]! += 1;
  }
  const offsets = new Uint32Array(accounts + 1);
  const groups = growing((n) => new Uint32Array(n));
  for (let one = 0; one < accounts; one += 1) {
    const list = sorted.subarray(begin[one], begin[one + 1]).sort();
    for (let i = 0; i < list.length; i += 1) if (i === 0 || list[i] !== list[i - 1]) groups.push(list[i]!);
    offsets[one + 1] = groups.length;
  }
  return { offsets, groups: groups.done() };
}
