import type { Coverage } from '../contracts/coverage';
import type { Collected } from './collected';
import { addsUp, countMembers } from './completeness';

/** What was seen of what the API says there is; `unread` are directories that a scan had no way to read. */
export function coverageOf(collected: Collected, unread: Coverage['scimDirectories']): Coverage {
  const counts = countMembers(collected);
  const failed = collected.notes.flatMap((one) => one.failedScimDirectory ?? []);
  const incomplete = [
    ...counts.filter((count) => !addsUp(count)).map((count) => count.groupId),
    ...collected.notes.flatMap((one) => one.incompleteGroup ?? []),
  ];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    users: { seen: collected.accounts.ids.texts.length, expected: collected.usersExpected },
    groups: { seen: collected.groups.size, expected: collected.groupsExpected },
    memberships: {
      seen: sum(counts.map((count) => count.seen)),
      expected: counts.some((count) => count.expected === null)
        ? null
        : sum(counts.map((count) => count.expected!)),
    },
    incompleteGroups: [...new Set(incomplete)].sort(),
    scimDirectories: Object.fromEntries(
      [
        ...Object.entries(unread),
        ...[...collected.scimRead].map((id) => [id, 'read'] as const),
        ...failed.map((id) => [id, 'failed'] as const),
      ].sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

export interface Verdict {
  readonly verdict: 'complete' | 'partial';
  readonly reasons: string[];
}

/** Whether the picture is whole, and in words why not. Reasons may also be told of a complete one. */
export function verdictOf(coverage: Coverage, notes: Collected['notes']): Verdict {
  const missing: string[] = [];
  for (const [what, { seen, expected }] of [
    ['accounts', coverage.users],
    ['groups', coverage.groups],
  ] as const) {
    if (expected !== null && seen < expected) missing.push(`${seen} of ${expected} ${what} were seen`);
  }
  const { incompleteGroups } = coverage;
  if (incompleteGroups.length > 0) {
    missing.push(
      `the members of ${incompleteGroups.length === 1 ? '1 group' : `${incompleteGroups.length} groups`} do not add up with the API’s own count`,
    );
  }
  const partial = missing.length > 0 || notes.some((one) => one.partial);
  return {
    verdict: partial ? 'partial' : 'complete',
    reasons: [...missing, ...[...new Set(notes.map((one) => one.text))].sort()],
  };
}
