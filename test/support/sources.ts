import type { OrgFile, OrgFileGroup, OrgFileUser } from '../../local/org/org-file';
import type { Input, Output } from '../../src/contracts/api';
import type { RunningApp } from './app';
import { aGroup, aUser, daysBefore } from './org-builder';
import { dayIn } from './records';
import { itemsOf, type QueueLine } from './review';
import { betaJira, jira, reviewOrg, who } from './review-org';

const user = ['atlassian/user'];

/** People who use Jira and hold it by one group. */
export function members(group: string, count: number, change: Partial<OrgFileUser> = {}): OrgFileUser[] {
  return Array.from({ length: count }, (_, i) =>
    aUser(`${group}-${i + 1}`, {
      email: `${group}-${i + 1}@hidden.example`,
      groups: [`group-${group}`],
      lastActive: { [jira.ari]: daysBefore(3) },
      ...change,
    }),
  );
}

export const grantOf = (
  ari: string,
  roles: readonly string[] = user,
  defaultRole?: string,
): OrgFileGroup['grants'][number] => ({
  ari,
  roles: [...roles],
  ...(defaultRole === undefined ? {} : { defaultRole }),
});

/** Adds groups and people to the review organization. */
export function withGroups(
  groups: readonly OrgFileGroup[],
  users: readonly OrgFileUser[],
  change: Partial<OrgFile> = {},
): OrgFile {
  const base = reviewOrg();
  return reviewOrg({ groups: [...base.groups, ...groups], users: [...base.users, ...users], ...change });
}

/** `fifty` and `crowd` hold 50 and 51 seats; `spread` holds one on each of two sites. */
export function crowdedOrg(): OrgFile {
  return withGroups(
    [
      aGroup('fifty', { grants: [grantOf(jira.ari)] }),
      aGroup('crowd', { grants: [grantOf(jira.ari)] }),
      aGroup('spread', { grants: [grantOf(jira.ari), grantOf(betaJira.ari)] }),
    ],
    [...members('fifty', 50), ...members('crowd', 51), ...members('spread', 1)],
  );
}

export const of = (group: string, ari = jira.ari): { groupId: string; ari: string } => ({
  groupId: `group-${group}`,
  ari,
});

/** The input that declares a source intended, as somebody sees it now. */
export async function intend(
  app: RunningApp,
  group: string,
  change: Partial<Input<'sources/intend'>> = {},
): Promise<Input<'sources/intend'>> {
  const source = change.source ?? of(group);
  const { line, decision } = await app.call('sources/get', source);
  return {
    source,
    after: decision?.record.id ?? null,
    reason: 'Everybody of the project.',
    steward: who.finance,
    population: { claimStatuses: [], domains: [] },
    cap: Math.ceil(line.seats * 1.1),
    expiresOn: dayIn(app, 365),
    ...change,
  };
}

/** The item that asks to decide a group as a source of Jira. */
export const reviewItem = async (app: RunningApp, group: string): Promise<QueueLine | undefined> =>
  (await itemsOf(app)).find(
    ({ item }) =>
      item.outcome === 'decide-source' && item.groupId === of(group).groupId && item.ari === of(group).ari,
  );

/** What a group is said to be on Jira. */
export const intentIn = async (
  app: RunningApp,
  group: string,
): Promise<Output<'sources/get'>['line']['intent']> => (await app.call('sources/get', of(group))).line.intent;
