import { expect, test } from 'vitest';
import type { Input } from '../../src/contracts/api';
import type { OverrideAttempt } from '../../src/contracts/overrides';
import type { LocalAction } from '../../src/contracts/records';
import type { OrgFile } from '../../local/org/org-file';
import { approvedIn } from '../../src/review/overrides/quoted-approval';
import type { RunningApp } from '../support/app';
import {
  DAY,
  dayIn,
  expectChainHolds,
  moveRecord,
  recordsOf,
  refusal,
  registered,
  storedRecord,
  withRecords,
} from '../support/records';
import { happen, itemsOfClass, leave, nextWeek, tick } from '../support/review';
import { aGroup, syncedBy } from '../support/org-builder';
import { accounts, betaJira, jira, reviewOrg, who } from '../support/review-org';
import { OKTA, scan } from '../support/set-up';
import { grantOf, members, withGroups } from '../support/sources';

const row = { accountId: accounts.ada, ari: jira.ari, via: 'group', groupId: 'group-engineering' } as const;

/** An identity owner who reviews too, so that he can ask for something and not agree to it himself. */
async function ask(
  app: RunningApp,
  change: Partial<Input<'boundary-exceptions/record'>> = {},
  by = who.reviewer,
) {
  const input = { row, after: null, reason: 'The provider’s queue takes weeks.', expiresOn: dayIn(app, 10) };
  return app.call('boundary-exceptions/record', { ...input, ...change }, by);
}
const plan = (under: string | undefined): Input<'local-actions/record'> => ({
  row,
  after: null,
  reason: 'It cannot wait.',
  ...(under === undefined ? {} : { under }),
});
const attempts = (app: RunningApp): OverrideAttempt[] =>
  recordsOf(app).flatMap((record) => (record.kind === 'override-attempt' ? [record] : []));
const say = (words: string): object => ({
  version: 1,
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});

/** Lets the edit be approved, made by hand and claimed. */
async function carryOut(app: RunningApp, action: LocalAction): Promise<void> {
  await moveRecord(app, action, 'approve', who.reviewer);
  leave(app, row.accountId, row.groupId);
  await moveRecord(app, action, 'claim', who.jiraAdmin);
}

test('without an identity owner’s agreement synced access is not removed by hand, and each try is kept with its reason', async () => {
  await withRecords(async (app) => {
    const tryIt = async (under: string | undefined, why: RegExp): Promise<void> => {
      const before = attempts(app).length;
      expect(await app.reply('local-actions/record', plan(under))).toEqual(
        refusal('OUTCOME_NOT_PERMITTED', why),
      );
      expect(attempts(app)).toHaveLength(before + 1);
      expect(attempts(app).at(-1)).toMatchObject({
        about: row,
        recordedBy: who.owner,
        state: 'refused',
      });
    };
    await tryIt(undefined, /this organization owns.*they say nothing.*next sync brings the person back/);
    await tryIt('boundary-exception-none', /this organization owns/);
    const asked = await ask(app);
    await tryIt(asked.id, /has not agreed to it yet/);
    // Neither who asked, nor who decides, nor who speaks for another provider agrees to it.
    const other = { ...OKTA, idpId: 'scim-entra', name: 'Entra', owners: [who.finance] };
    await app.call('setup/save-identity-provider', { identityProvider: other });
    for (const by of [who.reviewer, who.owner, who.finance, who.jiraAdmin])
      await expect(moveRecord(app, asked, 'approve', by), by).rejects.toThrow(/NOT_ALLOWED/);
    await moveRecord(app, asked, 'approve', who.identityOwner);
    await app.advance(11 * DAY);
    await tryIt(asked.id, /ended on/);
    expect((await registered(app, 'local-action')).length).toBe(0);
    expectChainHolds(app);
  });
});

test('who asked does not agree to it himself, also where he speaks for the provider', async () => {
  await withRecords(async (app) => {
    const owners = [who.identityOwner, who.reviewer];
    await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, owners } });
    const asked = await ask(app);
    await expect(moveRecord(app, asked, 'approve', who.reviewer)).rejects.toThrow(/SECOND_PERSON/);
    await moveRecord(app, asked, 'approve', who.identityOwner);
    expect(storedRecord(app, asked.id)).toMatchObject({ state: 'approved' });
  });
});

test('an agreement is read again: withdrawn, given by who speaks no more for the provider, or for another path, it permits nothing', async () => {
  await withRecords(async (app) => {
    const asked = await ask(app);
    await moveRecord(app, asked, 'approve', who.identityOwner);
    const otherRow = { ...row, groupId: 'group-jira-users' };
    expect(await app.reply('boundary-exceptions/record', { row: otherRow, after: null, reason: 'x', expiresOn: dayIn(app, 5) })).toEqual(refusal('OUTCOME_NOT_PERMITTED', /identity provider owns/)); // prettier-ignore
    const ofBen = { ...plan(asked.id), row: { ...row, accountId: accounts.ben } };
    expect(await app.reply('local-actions/record', ofBen)).toEqual(
      refusal('OUTCOME_NOT_PERMITTED', /about another path/),
    );
    const { roles } = await app.call('setup/get', {});
    await app.call('setup/save-roles', { roles: roles.filter(({ role }) => role !== 'identity-owner') });
    await app.call('setup/save-identity-provider', {
      identityProvider: { ...OKTA, owners: [who.finance] },
    });
    expect(await app.reply('local-actions/record', plan(asked.id))).toEqual(
      refusal('OUTCOME_NOT_PERMITTED', /no longer speaks for the provider/),
    );
    await app.call('setup/save-identity-provider', { identityProvider: OKTA });
    await moveRecord(app, asked, 'decline', who.identityOwner);
    expect(await app.reply('local-actions/record', plan(asked.id))).toEqual(
      refusal('OUTCOME_NOT_PERMITTED', /is declined/),
    );
    expect(attempts(app)).toHaveLength(3);
  });
});

test('an agreed edit is permitted once; the sync that undoes it brings it back into the queue, and saves nothing', async () => {
  await withRecords(async (app) => {
    const asked = await ask(app);
    await moveRecord(app, asked, 'approve', who.identityOwner);
    const action = await app.call('local-actions/record', plan(asked.id));
    expect(action).toMatchObject({ state: 'planned', under: asked.id });
    expect(storedRecord(app, asked.id)).toMatchObject({ state: 'used', steps: [{}, { note: action.id }] });
    const again = { ...plan(asked.id), after: action.id };
    expect(await app.reply('local-actions/record', again)).toEqual(
      refusal('OUTCOME_NOT_PERMITTED', /is used: it permits nothing/),
    );
    await carryOut(app, action);
    await nextWeek(app);
    expect(app.org.world.membersOf(row.groupId).has(row.accountId)).toBe(true);
    expect(storedRecord(app, action.id)).toMatchObject({ state: 'returned' });
    expect((await itemsOfClass(app, 'back')).map(({ item }) => item.groupId)).toContain(row.groupId);
    const { lines } = await app.call('savings/list', { poolId: null, state: null, offset: 0, limit: 50 });
    expect(await app.call('overrides/measured', {})).toMatchObject({
      reverted: 1,
      survived: 0,
      asPredicted: 1,
    });
    const settled = lines.filter(({ saving }) => ['observed', 'settled', 'invoiced'].includes(saving.state));
    expect(settled.filter(({ saving }) => saving.seat.accountId === row.accountId)).toEqual([]);
    expectChainHolds(app);
  });
});

/** The same organization, whose provider has stopped to sync without Atlassian’s knowing. */
function lapsedOrg(): OrgFile {
  const base = reviewOrg();
  return { ...base, identityProviders: base.identityProviders.map((one) => ({ ...one, lapsed: true })) };
}

test('that it is gone proves nothing before the provider has synced twice; then the edit has survived', async () => {
  await withRecords(
    async (app) => {
      const asked = await ask(app);
      await moveRecord(app, asked, 'approve', who.identityOwner);
      const action = await app.call('local-actions/record', plan(asked.id));
      await carryOut(app, action);
      await app.call('scan/start', {});
      await tick(app);
      expect(storedRecord(app, action.id)).toMatchObject({ state: 'claimed' });
      await nextWeek(app);
      expect(storedRecord(app, action.id)).toMatchObject({ state: 'confirmed' });
      const measured = { survived: 1, reverted: 0, refused: 0, open: 0, asPredicted: 0 };
      expect(await app.call('overrides/measured', {})).toEqual(measured);
      // Back later, it did not last after all.
      happen(app, { do: 'add-member', accountId: row.accountId, groupId: row.groupId, by: 'somebody' });
      await nextWeek(app);
      expect(await app.call('overrides/measured', {})).toMatchObject({
        survived: 0,
        reverted: 1,
        asPredicted: 1,
      });
    },
    { world: lapsedOrg() },
  );
});

test('a seat that an agreed edit frees waits as long as the provider syncs that could bring it back', async () => {
  await withRecords(async (app) => {
    const identityProvider = { ...OKTA, syncMinutes: 72 * 60 };
    await app.call('setup/save-identity-provider', { identityProvider });
    const ben = { ...row, accountId: accounts.ben };
    const asked = await ask(app, { row: ben });
    await moveRecord(app, asked, 'approve', who.identityOwner);
    await app.call('local-actions/record', { ...plan(asked.id), row: ben });
    await scan(app);
    const { lines } = await app.call('savings/list', { poolId: null, state: null, offset: 0, limit: 50 });
    expect(lines.map(({ saving }) => [saving.seat.accountId, saving.state, saving.waitHours])).toEqual([
      [ben.accountId, 'proposed', 72],
    ]);
  });
});

test('what Atlassian refuses is kept in its words, and the path is back to be handed over', async () => {
  await withRecords(async (app) => {
    const asked = await ask(app);
    await moveRecord(app, asked, 'approve', who.identityOwner);
    const action = await app.call('local-actions/record', plan(asked.id));
    await moveRecord(app, action, 'approve', who.reviewer);
    const { lines } = await app.call('registers/list', { kind: 'local-action' });
    const note = 'ADMIN-403-5: The group is synced; manage it in your identity provider.';
    const back = { recordId: action.id, version: lines[0]!.version, move: 'claim' as const, note: '' };
    await app.call('records/move', back, who.jiraAdmin);
    const { lines: now } = await app.call('registers/list', { kind: 'local-action' });
    await app.call(
      'records/move',
      { ...back, version: now[0]!.version, move: 'return', note },
      who.jiraAdmin,
    );
    expect(storedRecord(app, action.id)).toMatchObject({ state: 'returned' });
    expect(storedRecord(app, action.id).steps.at(-1)).toMatchObject({ note, by: who.jiraAdmin });
    expect(await app.call('overrides/measured', {})).toMatchObject({
      refused: 1,
      reverted: 0,
      asPredicted: 0,
    });
    await nextWeek(app);
    expect((await itemsOfClass(app, 'back')).map(({ item }) => item.groupId)).toContain(row.groupId);
    const handedOver = { accountId: row.accountId, ari: row.ari, groupId: row.groupId, after: action.id };
    const { state } = await app.call('route-outs/record', { ...handedOver, reason: 'Refused by hand.' });
    expect(state).toBe('sent');
  });
});

test('a comment of the identity owner that quotes the id agrees; it has to be there still when the edit is planned', async () => {
  await withRecords(async (app) => {
    const ben = { accountId: accounts.ben, ari: jira.ari, groupId: 'group-engineering' };
    const { issueKey } = await app.call('route-outs/record', { ...ben, after: null, reason: 'Left.' });
    const asked = await ask(app);
    const world = app.org.world;
    // Whom a group’s profile names answers for the group; he does not speak for the provider.
    await app.call('group-profiles/record', {
      ...{ idpId: OKTA.idpId, groupId: row.groupId, after: null, reason: 'The identity team told us.' },
      ...{ nameAtIdp: 'engineering', idAtIdp: null, membership: 'manual', assignsApp: 'no', otherApps: '' },
      ...{ businessOwner: null, identityOwner: who.plain, changeRoute: '' },
    });
    world.comment(issueKey!, who.plain, say(`Approved: ${asked.id}`));
    world.comment(issueKey!, who.identityOwner, say(`Not approved: ${asked.id}`));
    world.comment(issueKey!, who.identityOwner, say('Approved'));
    await tick(app);
    expect(storedRecord(app, asked.id)).toMatchObject({ state: 'proposed' });
    await app.advance(60_000);
    world.comment(issueKey!, who.identityOwner, say(`Approved: ${asked.id}`));
    await tick(app);
    expect(storedRecord(app, asked.id)).toMatchObject({
      state: 'approved',
      approval: { by: who.identityOwner, comment: { issueKey } },
    });
    app.interceptJira(({ path }) =>
      path.includes('/comment')
        ? Response.json({ comments: [], total: 0, startAt: 0, maxResults: 100 })
        : null,
    );
    expect(await app.reply('local-actions/record', plan(asked.id))).toEqual(
      refusal('OUTCOME_NOT_PERMITTED', /does not stand by it any more/),
    );
    app.interceptJira(null);
    expect(await app.call('local-actions/record', plan(asked.id))).toMatchObject({ under: asked.id });
  });
});

test('what was tried on a site is told to who may see that site, and in its export', async () => {
  const synced = aGroup('far', { ...syncedBy('okta', 'far'), grants: [grantOf(betaJira.ari)] });
  await withRecords(
    async (app) => {
      const far = {
        accountId: '712020:far-1',
        ari: betaJira.ari,
        via: 'group',
        groupId: 'group-far',
      } as const;
      await app.reply('local-actions/record', { ...plan(undefined), row: far });
      await app.reply('local-actions/record', plan(undefined));
      const seenBy = async (by: string): Promise<string[]> =>
        (await registered(app, 'override-attempt', by)).map(({ about }) => about.ari);
      expect((await seenBy(who.owner)).sort()).toEqual([jira.ari, betaJira.ari].sort());
      expect(await seenBy(who.jiraAdmin)).toEqual([jira.ari]);
      const { text } = await app.call('exports/register', { kind: 'override-attempt', from: 0 }, who.owner);
      expect(text).toContain('712020:far-1');
      expect(text).toContain('Refused: Only a path that this organization owns');
    },
    { world: withGroups([synced], members('far', 1)) },
  );
});

test('a comment agrees to what it quotes in full, and to nothing that it says no to', () => {
  const id = 'boundary-exception-0a1b2c3d-0000-4000-8000-0123456789ab';
  const body = (text: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  expect(approvedIn(body(`I approve ${id}.`))).toEqual([id]);
  expect(approvedIn(body(`APPROVED ${id.toUpperCase()}`))).toEqual([id]);
  for (const words of [`Approved ${id.slice(0, -1)}`, `This is not approved: ${id}`, id, 'Approved.'])
    expect(approvedIn(body(words)), words).toEqual([]);
});

test('an owner change or a path that is gone leaves nothing to override', async () => {
  await withRecords(async (app) => {
    happen(app, {
      do: 'set-group',
      groupId: row.groupId,
      set: { externalSynced: false, managedBy: 'admins' },
    });
    await nextWeek(app);
    await expect(ask(app)).rejects.toThrow(/OUTCOME_NOT_PERMITTED/);
  });
});
