import { createAccountMaker, type AccountMaker } from '../org/demo/account-maker';
import { demoSeed, generateDemoOrg } from '../org/demo/generate';
import { daysAfter, demoNow } from '../org/demo/ids';
import { people, situations } from '../org/demo/people';
import { domains, groupIdOf, providers } from '../org/demo/structure';
import type { OrgFile, OrgFileUser, TimelineEvent } from '../org/org-file';

/** The weeks of the demo’s own story; later ones are made up here. */
const TOLD_DAYS = 31;
const DEFAULT_GROUP = 'jira-users-harbourline';
/**
 * Synced groups that take a removal by hand, which the next sync undoes; the others refuse it. Atlassian’s documents
 * state the refusal for adding only, so both are played.
 */
const TAKE_REMOVALS = ['okta-eng-platform', 'okta-rule-emea-office', 'okta-product'];
const TEAMS = ['okta-eng-platform', 'okta-eng-apps', 'okta-product', 'okta-finance'] as const;

/**
 * The demo organization with so many weeks to come: joiners, leavers, invitations and sign-ups every week, beside what
 * its own story tells (a sync that lapses, a local edit that a sync undoes, a default that moves). The same seed gives
 * the same weeks; with 1 the demo is the one that everybody sees.
 */
export function organizationOfWeeks(weeks: number, seed: number): OrgFile {
  const org = generateDemoOrg(demoSeed + seed - 1);
  const maker = createAccountMaker(seed);
  const leaving = leaversOf(org);
  const events = Array.from({ length: weeks }, (_, week) => [
    ...joiners(maker, week),
    ...invited(maker, week),
    ...(week % 2 === 0 ? signedUp(maker, week) : []),
    ...left(leaving.slice(week * 2, week * 2 + 2), week),
  ]).flat();
  const timeline = [...org.timeline, ...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const groups = org.groups.map((group) =>
    TAKE_REMOVALS.includes(group.name) ? { ...group, modifiable: true } : group,
  );
  return { ...org, groups, timeline };
}

/** The first and the last moment of a run. */
export const START = Date.parse(demoNow);

/** One to three come in by Okta; the second opens Jira before Okta has written the team. */
function joiners(maker: AccountMaker, week: number): TimelineEvent[] {
  const days = Array.from({ length: maker.between(1, 3) }, () => maker.between(0, 6));
  return days.flatMap((day, nth) => {
    const at = week * 7 + day;
    const user = newcomer(maker, { groups: ['okta-everyone', maker.pick(TEAMS)], at, scim: 'active' });
    const opened: TimelineEvent = {
      at: daysAfter(at, 3),
      do: 'add-member',
      groupId: groupIdOf(DEFAULT_GROUP),
      accountId: user.accountId,
      by: 'first-access',
    };
    return [{ at: daysAfter(at), do: 'add-user', user }, ...(nth === 1 ? [opened] : [])];
  });
}

/** Somebody from outside is invited, and comes into the default group. */
function invited(maker: AccountMaker, week: number): TimelineEvent[] {
  const at = week * 7 + maker.between(0, 6);
  const user = newcomer(maker, { groups: [], at, domain: domains.contractors });
  return [
    { at: daysAfter(at), do: 'add-user', user },
    { at: daysAfter(at, 1), do: 'add-member', groupId: groupIdOf(DEFAULT_GROUP), accountId: user.accountId, by: 'invite' }, // prettier-ignore
  ];
}

/** Somebody signs up with an address of an approved domain. */
function signedUp(maker: AccountMaker, week: number): TimelineEvent[] {
  const at = week * 7 + maker.between(0, 6);
  const user = newcomer(maker, { groups: [], at });
  return [
    { at: daysAfter(at), do: 'add-user', user },
    { at: daysAfter(at, 1), do: 'add-member', groupId: groupIdOf(DEFAULT_GROUP), accountId: user.accountId, by: 'approved-domain' }, // prettier-ignore
  ];
}

interface Newcomer {
  readonly groups: readonly string[];
  readonly at: number;
  readonly domain?: string;
  readonly scim?: 'active';
}

function newcomer(maker: AccountMaker, { groups, at, ...more }: Newcomer): OrgFileUser {
  return maker.make({ groups, age: -at, ...more });
}

/** People whom the demo’s own story leaves alone, and who leave here. */
function leaversOf({ users, timeline }: OrgFile): OrgFileUser[] {
  const told = new Set<string>([
    ...Object.values(people),
    ...Object.values(situations),
    ...timeline.flatMap((event) => ('accountId' in event ? [event.accountId] : [])),
  ]);
  return users.filter(({ accountId, scim }) => scim?.active === true && !told.has(accountId)).slice(60, 110);
}

/** Okta says at once that they are gone; of the second of a week only Okta says so. */
function left(leavers: readonly OrgFileUser[], week: number): TimelineEvent[] {
  return leavers.flatMap(({ accountId, scim }, nth): TimelineEvent[] => {
    const day = week * 7 + 5;
    if (scim === undefined || day <= TOLD_DAYS) return [];
    const gone = { ...scim, active: false, groups: [] };
    const deactivated = nth === 0 ? ({ accountStatus: 'inactive', status: 'deactivated' } as const) : {};
    return [
      { at: daysAfter(day), do: 'set-user', accountId, set: { scim: gone, ...deactivated } },
      { at: daysAfter(day, 1), do: 'scim-sync', scimDirectoryId: providers.okta },
    ];
  });
}
