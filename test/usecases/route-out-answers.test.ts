import { expect, test } from 'vitest';
import type { Input, Output } from '../../src/contracts/api';
import type { RouteOut } from '../../src/contracts/route-outs';
import { adfText } from '../support/adf';
import type { RunningApp } from '../support/app';
import { decideInBulk, idleOrg, idsOf } from '../support/bulk';
import { aGroup, syncedBy } from '../support/org-builder';
import {
  DAY,
  dayIn,
  expectChainHolds,
  refusal,
  registered,
  requestsOf,
  storedRecord,
  withRecords,
} from '../support/records';
import { drain, happen, nextWeek, tick } from '../support/review';
import { accounts, betaJira, jira, who } from '../support/review-org';
import { OKTA } from '../support/set-up';
import { grantOf, members, withGroups } from '../support/sources';

const [first, second] = idsOf('sales', 2) as [string, string];
const PROFILE: Input<'group-profiles/record'> = {
  idpId: OKTA.idpId,
  groupId: 'group-sales',
  after: null,
  reason: 'The identity team told us.',
  nameAtIdp: 'sales',
  idAtIdp: '00g1',
  membership: 'manual',
  assignsApp: 'no',
  otherApps: '',
  businessOwner: null,
  identityOwner: null,
  changeRoute: '',
};

const SAVINGS = { poolId: null, state: null, offset: 0, limit: 200 };

/** The input by which somebody answers for a person now. */
async function answerFor(
  app: RunningApp,
  accountId: string,
  says: Input<'route-outs/answer'>['says'],
  until: string | null = null,
): Promise<Input<'route-outs/answer'>> {
  const { lines } = await app.call('registers/list', { kind: 'route-out' });
  const { record, version } = lines.find(
    (line) => 'row' in line.record && line.record.row.accountId === accountId,
  )!;
  return { recordId: record.id, version, says, until };
}

const stateOf = async (app: RunningApp, accountId: string): Promise<RouteOut['state']> =>
  (await registered(app, 'route-out')).find(({ row }) => row.accountId === accountId)!.state;

/** Two people of a synced group, handed over together. */
async function withHandedOver(run: (app: RunningApp) => Promise<void>): Promise<void> {
  await withRecords(
    async (app) => {
      await decideInBulk(app, 'sales');
      await run(app);
      expectChainHolds(app);
    },
    { world: idleOrg(2) },
  );
}

test('who speaks for another provider neither answers nor says how a group is filled', async () => {
  await withHandedOver(async (app) => {
    const other = { ...OKTA, idpId: 'scim-entra', name: 'Entra', owners: [who.finance] };
    await app.call('setup/save-identity-provider', { identityProvider: other });
    expect((await app.call('session/get', {}, who.finance)).mayCall).toContain('route-outs/answer');
    const input = await answerFor(app, first, 'done');
    expect(await app.reply('route-outs/answer', input, who.finance)).toEqual(
      refusal('NOT_ALLOWED', /identity owner of Okta/),
    );
    expect(await app.reply('group-profiles/record', PROFILE, who.finance)).toEqual(refusal('NOT_ALLOWED'));
    expect(await app.reply('group-profiles/record', { ...PROFILE, idpId: 'no-such' }, who.reviewer)).toEqual(
      refusal('NOT_FOUND'),
    );
    expect(await stateOf(app, first)).toBe('sent');
    await app.call('route-outs/answer', input, who.identityOwner);
    expect(await stateOf(app, first)).toBe('done-claimed');
    await app.call('group-profiles/record', PROFILE, who.identityOwner);
  });
});

test('an answer is given to what was seen, with the day it needs, and where the row takes it', async () => {
  await withHandedOver(async (app) => {
    const reply = async (input: Promise<Input<'route-outs/answer'>>): Promise<unknown> =>
      app.reply('route-outs/answer', await input, who.identityOwner);
    expect(await reply(answerFor(app, first, 'planned'))).toEqual(refusal('BAD_INPUT', /day/));
    expect(await reply(answerFor(app, first, 'planned', dayIn(app, -1)))).toEqual(refusal('BAD_INPUT'));
    const seen = await answerFor(app, first, 'planned', dayIn(app, 0));
    const planned = await app.call('route-outs/answer', seen, who.identityOwner);
    expect(planned).toMatchObject({
      state: 'acknowledged',
      answer: { says: 'planned', until: dayIn(app, 0), by: who.identityOwner, through: 'page' },
    });
    // Seen before the answer, it is answered no more.
    expect(
      await app.reply('route-outs/answer', { ...seen, says: 'done', until: null }, who.identityOwner),
    ).toEqual(refusal('CONFLICT'));
    expect(storedRecord(app, planned.id)).toEqual(planned);
    const away = await app.call(
      'route-outs/answer',
      await answerFor(app, second, 'on-leave', dayIn(app, 30)),
      who.identityOwner,
    );
    expect(away).toMatchObject({ state: 'disputed', answer: { until: dayIn(app, 30) } });
    expect(await reply(answerFor(app, second, 'done'))).toEqual(refusal('MOVE_NOT_PERMITTED'));
    // A day that the answer does not name is not kept.
    const done = await app.call(
      'route-outs/answer',
      await answerFor(app, first, 'done', dayIn(app, 3)),
      who.identityOwner,
    );
    expect(done.answer).toMatchObject({ says: 'done', until: null });
  });
});

test('who accepts takes it on with his name and no day; it is no saving, and a day or that it is done may follow', async () => {
  await withHandedOver(async (app) => {
    const answersOf = async (accountId: string): Promise<readonly string[]> => {
      const { providers } = await app.call('requests/list', {}, who.identityOwner);
      const rows = providers.flatMap(({ issues }) => issues.flatMap((line) => line.rows));
      return rows.find(({ person }) => person.accountId === accountId)!.answers;
    };
    expect(await answersOf(first)).toContain('accepted');
    const before = await app.call('savings/list', SAVINGS);
    for (const accountId of [first, second]) {
      const input = await answerFor(app, accountId, 'accepted', dayIn(app, 3));
      const accepted = await app.call('route-outs/answer', input, who.identityOwner);
      expect(accepted).toMatchObject({
        state: 'acknowledged',
        answer: { says: 'accepted', until: null, by: who.identityOwner, through: 'page' },
      });
      expect(accepted.steps.at(-1)).toMatchObject({
        to: 'acknowledged',
        by: who.identityOwner,
        note: 'accepted, said on the page',
      });
    }
    expect(await app.call('savings/list', SAVINGS)).toEqual(before);
    // Once is enough; what may follow is offered.
    expect(
      await app.reply('route-outs/answer', await answerFor(app, first, 'accepted'), who.identityOwner),
    ).toEqual(refusal('MOVE_NOT_PERMITTED'));
    expect(await answersOf(first)).toEqual([
      'done',
      'needs-access',
      'on-leave',
      'service-account',
      'not-mine',
      'planned',
    ]);
    expect(await app.call('requests/list', {}, who.auditor)).toMatchObject({
      providers: [
        {
          issues: [
            {
              rows: [
                { answers: [], moves: [] },
                { answers: [], moves: [] },
              ],
            },
          ],
        },
      ],
    });
    // Whoever decides takes it back where it stands; once it is confirmed or disputed, nothing is left to take back.
    expect(await app.call('requests/list', {}, who.reviewer)).toMatchObject({
      providers: [{ issues: [{ rows: [{ moves: ['withdraw'] }, { moves: ['withdraw'] }] }] }],
    });
    const planned = await answerFor(app, first, 'planned', dayIn(app, 5));
    expect(await app.call('route-outs/answer', planned, who.identityOwner)).toMatchObject({
      state: 'acknowledged',
      answer: { says: 'planned', until: dayIn(app, 5) },
    });
    await app.call('route-outs/answer', await answerFor(app, second, 'done'), who.identityOwner);
    expect(await stateOf(app, second)).toBe('done-claimed');
  });
});

test('an account that the organization knows no more is in no group; an answer without groups tells nothing', async () => {
  await withHandedOver(async (app) => {
    for (const accountId of [first, second])
      await app.call('route-outs/answer', await answerFor(app, accountId, 'done'), who.identityOwner);
    const later = async (): Promise<void> => {
      await app.advance(DAY);
      await tick(app);
      await drain(app);
    };
    app.org.setFaults({ hideGroupsExpand: true });
    await later();
    expect([await stateOf(app, first), await stateOf(app, second)]).toEqual(['done-claimed', 'done-claimed']);
    app.org.setFaults({});
    app.front.intercept(({ path }) =>
      path.includes('/users/search') ? { status: 200, body: '{"data":[],"links":{}}' } : null,
    );
    await later();
    app.front.intercept(null);
    expect([await stateOf(app, first), await stateOf(app, second)]).toEqual(['confirmed', 'confirmed']);
  });
});

test('beyond what setup permits at a time rows wait, say why, and are handed over when there is room', async () => {
  const world = withGroups(
    ['sales', 'staff'].map((name) =>
      aGroup(name, { ...syncedBy('okta', name), grants: [grantOf(jira.ari)] }),
    ),
    [...members('sales', 1), ...members('staff', 2)],
  );
  await withRecords(
    async (app) => {
      const pace = { mostOpen: 1, everyDays: 0, fewestRows: 1 };
      await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, pace } });
      const handOver = (accountId: string, groupId: string): Promise<RouteOut> =>
        app.call('route-outs/record', { accountId, ari: jira.ari, groupId, after: null, reason: 'Left.' });
      expect((await handOver('712020:sales-1', 'group-sales')).state).toBe('sent');
      expect((await handOver('712020:staff-1', 'group-staff')).state).toBe('ready');
      const waiting = async (): Promise<unknown> =>
        (await app.call('requests/list', {})).providers[0]!.waiting;
      expect(await waiting()).toMatchObject([
        { groupName: 'staff', because: 'There is an issue with this provider already.', rows: [{}] },
      ]);
      await tick(app);
      expect(app.org.world.issues()).toHaveLength(1);
      app.org.world.transition(requestsOf(app)[0]!.issueKey!, 'done', 'Won’t Do', who.identityOwner);
      await tick(app);
      expect(await stateOf(app, '712020:staff-1')).toBe('sent');
      expect(await waiting()).toEqual([]);
    },
    { world },
  );
});

test('an issue does not wait for the directory that knows the people by their names: they are not known then', async () => {
  await withRecords(async (app) => {
    app.front.intercept(({ path }) => (path.includes('/scim/directory/') ? { status: 403 } : null));
    const row = { accountId: accounts.ada, ari: jira.ari, groupId: 'group-engineering' };
    const { state } = await app.call('route-outs/record', { ...row, after: null, reason: 'Left.' });
    expect(state).toBe('sent');
    const words = adfText(app.org.world.issues()[0]!.description);
    expect(words).toContain('Not known.');
    expect(words).not.toContain('external-okta-ada');
  });
});

test('a file names people as their provider does, while they are asked about; whoever may not decide gets none', async () => {
  await withRecords(async (app) => {
    const accountId = accounts.ada;
    const row = { accountId, ari: jira.ari, groupId: 'group-engineering', after: null, reason: 'Left.' };
    const { issueId, issueKey } = await app.call('route-outs/record', row);
    const input = { issueId: issueId!, format: 'csv' } as const;
    const file = (): Promise<Output<'requests/file'>> => app.call('requests/file', input, who.identityOwner);
    expect((await file()).name).toBe(`${issueKey!}-csv.csv`);
    expect((await file()).text).toContain('external-okta-ada');
    for (const nobody of [who.auditor, who.jiraAdmin]) {
      expect(await app.reply('requests/file', input, nobody)).toEqual(refusal('NOT_ALLOWED'));
    }
    expect(await app.reply('requests/file', { ...input, issueId: 'request-issue-none' })).toEqual(
      refusal('NOT_FOUND'),
    );
    happen(app, { do: 'remove-member', accountId, groupId: 'group-engineering', by: 'okta' });
    await nextWeek(app);
    expect((await file()).text).not.toContain(accountId);
  });
});

test('a file lists no product of a site that its reader may not see', async () => {
  const grants = [grantOf(jira.ari), grantOf(betaJira.ari)];
  const world = withGroups([aGroup('wide', { ...syncedBy('okta', 'wide'), grants })], members('wide', 1));
  await withRecords(
    async (app) => {
      const row = { accountId: '712020:wide-1', groupId: 'group-wide', after: null, reason: 'Left.' };
      const { issueId } = await app.call('route-outs/record', { ...row, ari: jira.ari });
      const other = await app.call('route-outs/record', { ...row, ari: betaJira.ari });
      expect(other.issueId).toBe(issueId);
      const products = async (): Promise<string[]> => {
        const input = { issueId: issueId!, format: 'csv' } as const;
        const { text } = await app.call('requests/file', input, who.identityOwner);
        return [jira, betaJira].map(({ name }) => name).filter((name) => text.includes(`,${name},`));
      };
      expect(await products()).toEqual([jira.name, betaJira.name]);
      await app.call('setup/save-scope', { scope: 'site' });
      expect(await products()).toEqual([jira.name]);
    },
    { world },
  );
});
