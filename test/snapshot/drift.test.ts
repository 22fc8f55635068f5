import { expect, test } from 'vitest';
import type { SimulatedOrg } from '../../local/org/server';
import { daysBefore, aUser } from '../support/org-builder';
import { scanWhole, type Told } from './support/scan';
import { serve, withMeddler } from './support/served';
import { smallOrg } from './support/worlds';

const at = '2026-11-23T09:00:00Z';
const main = '/directories/directory-main';

/** Sends one of the organization's own write operations, as an admin at the console would. */
async function write(org: SimulatedOrg, method: string, path: string): Promise<void> {
  const key = org.issueKey({ scopes: null });
  const answer = await fetch(`${org.origin}/admin/v2/orgs/org-k8q41a49${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
  await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
}

interface Change {
  readonly name: string;
  readonly happen: (org: SimulatedOrg) => Promise<void> | void;
  /** Accounts that it touches; every other is stable. */
  readonly touches: readonly string[];
}

const changes: readonly Change[] = [
  {
    name: 'a member is removed from a synced group',
    happen: (org) =>
      org.world.apply({
        do: 'remove-member',
        at,
        groupId: 'group-engineering',
        accountId: '712020:ben',
        by: 'okta',
      }),
    touches: ['712020:ben'],
  },
  {
    name: 'a member is added to a local group',
    happen: (org) =>
      org.world.apply({ do: 'add-member', at, groupId: 'group-wiki', accountId: '712020:gus', by: 'admin' }),
    touches: ['712020:gus'],
  },
  {
    name: 'an account is added',
    happen: (org) =>
      org.world.apply({
        do: 'add-user',
        at,
        user: aUser('new', { groups: ['group-jira-users'], addedToOrg: daysBefore(0) }),
      }),
    touches: ['712020:new'],
  },
  {
    name: 'an account is suspended',
    happen: (org) => write(org, 'POST', `${main}/users/712020:cem/suspend`),
    touches: ['712020:cem'],
  },
  {
    name: 'an account is deleted',
    happen: (org) => write(org, 'DELETE', `${main}/users/712020:cem`),
    touches: ['712020:cem'],
  },
  {
    name: 'a group is emptied and deleted',
    happen: async (org) => {
      for (const accountId of ['712020:cem', '712020:dot']) {
        org.world.apply({ do: 'remove-member', at, groupId: 'group-wiki', accountId, by: 'admin' });
      }
      await write(org, 'DELETE', `${main}/groups/group-wiki`);
    },
    touches: ['712020:cem', '712020:dot'],
  },
  {
    name: 'a grant is taken away',
    happen: (org) =>
      org.world.apply({
        do: 'set-grant',
        at,
        groupId: 'group-wiki',
        ari: 'ari:cloud:confluence::site/cloud-acme',
        roles: [],
      }),
    touches: ['712020:cem', '712020:dot'],
  },
];

/** The cases of all accounts but some, as text. */
function casesWithout(told: Told, touched: readonly string[]): string[] {
  return told.document.cases
    .filter((one) => !touched.includes(one.accountId))
    .map((one) => JSON.stringify(one));
}

for (const { name, happen, touches } of changes) {
  test(`${name} at any moment of a scan: stable accounts are right, and what is not whole says so`, async () => {
    const options = { pageSizeMax: 2 };
    const before = await serve(smallOrg(), (served) => scanWhole(served, { concurrency: 1 }), options);
    const after = await serve(
      smallOrg(),
      async (served) => {
        await happen(served.org);
        return scanWhole(served, { concurrency: 1 });
      },
      options,
    );
    expect(after.bytes).not.toBe(before.bytes);
    const { total } = before.report.requests;
    for (let moment = 0; moment < total; moment += 1) {
      let sent = 0;
      const told = await serve(
        smallOrg(),
        (served) =>
          scanWhole(
            withMeddler(served, async () => {
              if (sent === moment) await happen(served.org);
              sent += 1;
              return null;
            }),
            { concurrency: 1 },
          ),
        options,
      );
      const where = `at request ${moment} of ${total}: ${told.report.reasons.join('; ')}`;
      expect(casesWithout(told, touches), where).toEqual(casesWithout(before, touches));
      if (told.report.verdict === 'partial') {
        expect(told.report.reasons, where).not.toEqual([]);
        continue;
      }
      // A complete picture is that of the world as it was, or as it is now, for each account it touched.
      for (const accountId of touches) {
        const of = (one: Told): string =>
          JSON.stringify(one.document.cases.filter((found) => found.accountId === accountId));
        expect([of(before), of(after)], where).toContain(of(told));
      }
    }
  });
}

test('what a list showed before it was begun anew no longer counts', async () => {
  let refusals = 0;
  const told = await serve(
    smallOrg(),
    (served) =>
      scanWhole(
        withMeddler(served, async ({ url, body }) => {
          if (refusals > 0 || !url.includes('/users/search') || !(body ?? '').includes('"cursor"'))
            return null;
          refusals += 1;
          // Ada stood on the first page, and is gone when it is read again.
          await write(served.org, 'DELETE', `${main}/users/712020:ada`);
          return { status: 400, body: { errors: [{ code: 'ADMIN-400-1' }] } };
        }),
        { concurrency: 1 },
      ),
    { pageSizeMax: 2 },
  );
  expect(refusals).toBe(1);
  // Her products were counted while she was there, and nobody can be asked about her any more.
  expect(told.report).toMatchObject({
    verdict: 'partial',
    reasons: [expect.stringMatching(/^1 account holds roles on more products than/)],
  });
  expect(told.document.cases.map((one) => one.accountId)).not.toContain('712020:ada');
  expect(told.document.cases.map((one) => one.accountId)).toContain('712020:ben');
});
