import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import { startSimulatedOrg } from '../../local/org/server';
import { castOf } from '../../local/simulate/cast';
import { administrator } from '../../local/simulate/edits';
import { providerDesk } from '../../local/simulate/identity-team';
import { approveAndHandOff } from '../../local/simulate/policies/hand-off';
import type { Office } from '../../local/simulate/policies/policy';
import { approveAndRemove, removeUnused } from '../../local/simulate/policies/remove';
import { suspendUnused } from '../../local/simulate/policies/suspend';
import { runPolicy } from '../../local/simulate/run-policy';
import { seatsHeld } from '../../local/simulate/truth';
import { organizationOfWeeks } from '../../local/simulate/weeks';
import {
  aGroup,
  anIdp,
  anOrg,
  aResource,
  aScimRecord,
  aUser,
  daysBefore,
  syncedBy,
} from '../support/org-builder';

const jira = aResource('jira');
const grants = [{ ari: jira.ari, roles: ['atlassian/user'] }];
const idle = { lastActive: { [jira.ari]: daysBefore(200) } };
const record = (name: string, ...groups: string[]) => ({
  ...aScimRecord('okta', name),
  groups: groups.map((group) => `scim-okta-${group}`),
});

/** Four people who use nothing, by a local group, one that is synced and refuses, and one that takes and undoes. */
function smallOrg(): OrgFile {
  return anOrg({
    identityProviders: [anIdp('okta')],
    resources: [jira],
    groups: [
      aGroup('local', { grants }),
      aGroup('firm', { ...syncedBy('okta', 'firm'), grants }),
      aGroup('soft', { ...syncedBy('okta', 'soft'), modifiable: true, grants }),
    ],
    users: [
      aUser('ann', { groups: ['group-local'], ...idle }),
      aUser('bob', { groups: ['group-firm'], scim: record('bob', 'firm'), ...idle }),
      aUser('cem', { groups: ['group-soft'], scim: record('cem', 'soft'), ...idle }),
      aUser('robot', { name: 'Build robot', groups: ['group-local'], ...idle }),
      aUser('eva', { groups: ['group-local'], lastActive: { [jira.ari]: daysBefore(3) } }),
    ],
  });
}

async function withOffice(run: (office: Office) => Promise<void>): Promise<void> {
  const world = smallOrg();
  const org = await startSimulatedOrg(world);
  try {
    const admin = administrator(org, world.org.id);
    await run({ org, admin, providers: providerDesk(org), cast: castOf(world) });
  } finally {
    await org.close();
  }
}

const DAY_MS = 86_400_000;
const holders = ({ org }: Office): string[] =>
  [...seatsHeld(org).values()].map(({ accountId }) => accountId.replace('712020:', '')).sort();
const names = (seats: readonly { accountId: string }[]): string[] =>
  seats.map(({ accountId }) => accountId.replace('712020:', '')).sort();

test('removing by rule is refused here, undone there, and hits what only looks dead', () =>
  withOffice(async (office) => {
    const week = await removeUnused.week(office);
    expect(names(week.claimed)).toEqual(['ann', 'cem', 'robot']);
    expect(week.wrongOwners).toBe(2);
    expect(office.admin.edits.filter(({ accepted }) => !accepted).map(({ groupId }) => groupId)).toEqual([
      'group-firm',
    ]);
    expect(holders(office)).toEqual(['bob', 'eva']);
    office.org.clock.advanceBy(DAY_MS);
    expect(holders(office)).toEqual(['bob', 'cem', 'eva']);
  }));

test('lanes spare what has the name of a service, and cost a decision a seat', () =>
  withOffice(async (office) => {
    const week = await approveAndRemove.week(office);
    expect(names(week.claimed)).toEqual(['ann', 'cem']);
    expect(week.decisions).toBe(3);
  }));

test('what goes into a file counts at once, and happens where somebody does it', () =>
  withOffice(async (office) => {
    const policy = approveAndHandOff();
    const week = await policy.week(office);
    expect(names(week.claimed)).toEqual(['ann', 'bob', 'cem']);
    expect(week).toMatchObject({ decisions: 4, wrongOwners: 0 });
    expect(holders(office)).toEqual(['bob', 'cem', 'eva', 'robot']);
    for (let day = 0; day < 4; day += 1) {
      office.org.clock.advanceBy(DAY_MS);
      office.providers.day();
    }
    office.org.clock.advanceBy(DAY_MS);
    expect(holders(office)).toEqual(['eva', 'robot']);
    // Handed off once, nobody is handed off again.
    expect((await policy.week(office)).claimed).toEqual([]);
  }));

test('a suspension takes every seat of whoever uses none of them', () =>
  withOffice(async (office) => {
    const week = await suspendUnused.week(office);
    expect(names(week.claimed)).toEqual(['ann', 'bob', 'cem']);
    expect(holders(office)).toEqual(['eva', 'robot']);
  }));

test('over weeks, claims part from what is true; doing nothing claims nothing', async () => {
  const world = organizationOfWeeks(6, 3);
  const [removed, handedOff] = [
    await runPolicy(world, removeUnused, 6),
    await runPolicy(world, approveAndHandOff(), 6),
  ];
  for (const { claimed, free } of [removed, handedOff]) expect(claimed).toBeGreaterThan(free);
  expect(removed.refused).toBeGreaterThan(0);
  expect(removed.reverted).toBeGreaterThan(0);
  expect(removed.protectedHit).toBeGreaterThan(0);
});

test('the same seed gives the same weeks, another one others', () => {
  expect(organizationOfWeeks(4, 5)).toEqual(organizationOfWeeks(4, 5));
  expect(organizationOfWeeks(4, 5).timeline).not.toEqual(organizationOfWeeks(4, 6).timeline);
});
