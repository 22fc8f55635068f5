import { expect, test } from 'vitest';
import { firstDifference } from './compare-compact';
import { type CompactWorld } from './compact-world';
import { everyGroup, everyList, everyWorld } from './enumerate-worlds';

test('every world of up to 3 accounts, 3 groups and 2 resources is traced right', () => {
  let traced = 0;
  for (const resources of [1, 2]) {
    for (const groups of [1, 2, 3]) {
      for (const accounts of [1, 2, 3]) {
        const kinds = 4 * 2 ** resources;
        let standsFor = 0;
        for (const { world, orders } of everyWorld({ accounts, groups, resources })) {
          complain(world);
          standsFor += orders;
          traced += 1;
        }
        // Memberships: a bit for each account and group. Groups: one of so many kinds each.
        expect(standsFor).toBe(2 ** (accounts * groups) * kinds ** groups);
      }
    }
  }
  // 816 × 120 = 97,920 of them stand for the 2,097,152 worlds of the largest size.
  expect(traced).toBe(159_568);
}, 300_000);

/*
 * The second sweep has every kind of group there is (contradictions, and defaults on any set of resources), and
 * an account for each set of groups. Rows of an account depend on the groups it is in and on nothing of the other
 * accounts (the contract's cases and rows name no other account), so with all sets present at once this covers
 * every world of three such groups, whatever its accounts.
 */
test('every account is traced right in every world of 3 groups of any kind on 2 resources', () => {
  const kinds = everyGroup(['synced', 'local', 'unsaid', 'contradiction'], 2);
  expect(kinds.length).toBe(36);
  let traced = 0;
  for (const groups of everyList(kinds, 3)) {
    complain({ resources: 2, groups, accounts: [0, 1, 2, 3, 4, 5, 6, 7] });
    traced += 1;
  }
  expect(traced).toBe(46_656);
}, 300_000);

function complain(world: CompactWorld): void {
  const difference = firstDifference(world);
  if (difference !== null) throw new Error(`${difference} in ${JSON.stringify(world)}`);
}
