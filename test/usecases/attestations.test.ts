import { expect, test } from 'vitest';
import type { Input, Output } from '../../src/contracts/api';
import type { RunningApp } from '../support/app';
import { adfText } from '../support/adf';
import { itemOf } from '../support/bulk';
import { exception, keep, localAction, unknownRow } from '../support/decisions';
import { aGroup, daysBefore, syncedBy } from '../support/org-builder';
import {
  dayIn,
  expectChainHolds,
  moveRecord,
  recordsOf,
  refusal,
  storedRecord,
  withRecords,
} from '../support/records';
import { cycleOf, drain, happen, itemsOfClass, nextWeek } from '../support/review';
import { accounts, jira, reviewOrg, who, wiki } from '../support/review-org';
import { OKTA } from '../support/set-up';
import { grantOf, members, withGroups } from '../support/sources';

const attest = (app: RunningApp, change: Partial<Input<'sources/attest'>> = {}): Input<'sources/attest'> => ({
  groupId: 'group-unsaid',
  after: null,
  reason: 'The identity team said so.',
  says: 'idp',
  idpId: OKTA.idpId,
  expiresOn: dayIn(app, 90),
  ...change,
});
const routeOut: Input<'route-outs/record'> = {
  accountId: unknownRow.accountId,
  ari: unknownRow.ari,
  groupId: unknownRow.groupId!,
  after: null,
  reason: 'Left the project.',
};

async function rowView(app: RunningApp): Promise<Output<'cases/get'>['rows'][number]> {
  const { rows } = await app.call('cases/get', { accountId: accounts.eve, ari: wiki.ari });
  return rows.find((row) => row.groupId === 'group-unsaid')!;
}

test('whose a group is can be attested only where Atlassian does not tell it', async () => {
  const contradicting = aGroup('both', {
    ...syncedBy('okta', 'both'),
    grants: [grantOf(jira.ari, ['atlassian/user'], 'atlassian/user')],
  });
  await withRecords(
    async (app) => {
      for (const groupId of ['group-legacy', 'group-jira-users', 'group-engineering']) {
        expect(await app.reply('sources/attest', attest(app, { groupId })), groupId).toEqual(
          refusal('OUTCOME_NOT_PERMITTED', /Atlassian tells who owns this group/),
        );
      }
      expect(await app.reply('sources/attest', attest(app, { groupId: 'group-none' }))).toEqual(
        refusal('NOT_FOUND'),
      );
      for (const idpId of [null, 'another-idp']) {
        expect(await app.reply('sources/attest', attest(app, { idpId }))).toEqual(
          refusal('BAD_INPUT', /identity provider/),
        );
      }
      for (const days of [0, 366]) {
        expect(await app.reply('sources/attest', attest(app, { expiresOn: dayIn(app, days) }))).toEqual(
          refusal('BAD_INPUT', days > 0 ? /365 days at most/ : /after today/),
        );
      }
      expect(recordsOf(app)).toEqual([]);
      await app.call('sources/attest', attest(app, { groupId: 'group-both' }));
      expect(
        await app.call('sources/attest', attest(app, { says: 'local', idpId: OKTA.idpId })),
      ).toMatchObject({ kind: 'source-attestation', state: 'standing', says: 'local', idpId: null });
      expectChainHolds(app);
    },
    { world: withGroups([contradicting], members('both', 1)) },
  );
});

test('attested as the identity provider’s, a path can be handed over, and the issue says that it is assumed; it is never removed here', async () => {
  await withRecords(async (app) => {
    expect(await app.reply('route-outs/record', routeOut)).toEqual(refusal('OUTCOME_NOT_PERMITTED'));
    expect((await rowView(app)).handOver).toBeNull();
    const record = await app.call('sources/attest', attest(app), who.reviewer);
    expect(record).toMatchObject({ kind: 'source-attestation', says: 'idp', idpId: OKTA.idpId });
    const view = await rowView(app);
    expect(view.row.owner).toBe('unknown');
    expect(view.outcomes).toEqual(['route-out', 'exception', 'hold', 'keep']);
    expect(view.missingForRouteOut).toEqual([]);
    expect(view.handOver).toMatchObject({ provider: 'Okta', assumed: true, asked: who.identityOwner });
    expect(await app.reply('local-actions/record', localAction({ row: unknownRow }))).toEqual(
      refusal('OUTCOME_NOT_PERMITTED'),
    );
    const source = { groupId: 'group-unsaid', ari: wiki.ari };
    expect((await app.call('sources/get', source)).attestation).toMatchObject({ record, version: 1 });
    const sent = await app.call('route-outs/record', routeOut);
    expect(sent).toMatchObject({ state: 'sent', idpId: OKTA.idpId, evidence: { owner: 'unknown' } });
    expect(adfText(app.org.world.issues()[0]!.description)).toContain(
      'Nothing read names the provider of this group; it is taken to be Okta.',
    );
    expectChainHolds(app);
  });
});

test('handed over in bulk, the issue says that the provider is assumed too', async () => {
  const idle = members('unsaid-idle', 2, {
    groups: ['group-unsaid'],
    lastActive: { [wiki.ari]: daysBefore(200) },
  });
  await withRecords(
    async (app) => {
      await app.call('sources/attest', attest(app), who.reviewer);
      await nextWeek(app);
      const item = await itemOf(app, 'inactive-one-edit', 'unsaid');
      await app.call('queue/decide', {
        cycleId: (await cycleOf(app)).id,
        itemId: item.item.id,
        outcome: { do: 'free-seats' },
        except: [],
        reason: 'Nobody has used these seats since spring.',
      });
      await drain(app);
      expect(adfText(app.org.world.issues().at(-1)!.description)).toContain(
        'Nothing read names the provider of this group; it is taken to be Okta.',
      );
    },
    { world: withGroups([], idle) },
  );
});

test('attested as local, a path can be kept or excepted, and is neither handed over nor removed on somebody’s word', async () => {
  await withRecords(async (app) => {
    await app.call('sources/attest', attest(app, { says: 'local', idpId: null }));
    expect((await rowView(app)).outcomes).toEqual(['exception', 'hold', 'keep']);
    for (const [call, input] of [
      ['route-outs/record', routeOut],
      ['local-actions/record', localAction({ row: unknownRow })],
    ] as const) {
      expect(await app.invoke(call, input), call).toEqual(refusal('OUTCOME_NOT_PERMITTED'));
    }
    const kept = await app.call('keeps/record', keep(app, { row: unknownRow }));
    await app.call('exceptions/record', exception(app, { row: unknownRow, after: kept.id }));
    expect(app.org.world.issues()).toEqual([]);
  });
});

test('what is attested is not asked again until its last day, or until somebody ends it; then only a hold is left', async () => {
  const base = reviewOrg();
  const seen = { lastActive: { [wiki.ari]: daysBefore(3), [jira.ari]: daysBefore(3) } };
  const users = base.users.map((user) => (user.accountId === accounts.eve ? { ...user, ...seen } : user));
  const world = reviewOrg({ users });
  await withRecords(
    async (app) => {
      const [asked] = await itemsOfClass(app, 'unknown-source');
      expect(asked).toMatchObject({
        groupName: 'unsaid',
        people: 1,
        decided: 0,
        suggestion: { do: 'attest' },
      });
      const first = await app.call('sources/attest', attest(app, { expiresOn: dayIn(app, 8) }));
      expect((await itemsOfClass(app, 'unknown-source'))[0]).toMatchObject({ people: 1, decided: 1 });
      await nextWeek(app);
      expect(await itemsOfClass(app, 'unknown-source')).toEqual([]);
      expect((await cycleOf(app)).opening!.rows.attested).toBe(1);
      await nextWeek(app);
      expect(await itemsOfClass(app, 'unknown-source')).toHaveLength(1);
      expect((await rowView(app)).outcomes).toEqual(['hold']);

      expect(await app.reply('sources/attest', attest(app))).toEqual(refusal('CONFLICT'));
      const second = await app.call('sources/attest', attest(app, { after: first.id }));
      expect(storedRecord(app, first.id)).toMatchObject({ state: 'superseded' });
      expect((await rowView(app)).outcomes).toContain('route-out');
      await moveRecord(app, second, 'end', who.reviewer);
      expect((await rowView(app)).outcomes).toEqual(['hold']);
      expectChainHolds(app);
    },
    { world },
  );
});

const steward = (
  app: RunningApp,
  change: Partial<Input<'sources/steward'>> = {},
): Input<'sources/steward'> => ({
  groupId: 'group-legacy',
  after: null,
  reason: 'For the archive of the old project.',
  steward: who.finance,
  expiresOn: dayIn(app, 90),
  ...change,
});

async function linesByGroup(app: RunningApp): Promise<Map<string, Output<'sources/list'>['lines'][number]>> {
  const input = { ari: null, text: '', sort: 'group', offset: 0, limit: 200 } as const;
  const { lines } = await app.call('sources/list', input);
  return new Map(lines.map((line) => [line.groupName, line]));
}

test('a local group of the first review without a steward is a legacy one; a later group, and a default or synced one, never', async () => {
  await withRecords(async (app) => {
    const legacy = async (): Promise<string[]> =>
      [...(await linesByGroup(app))].flatMap(([name, line]) => (line.legacy ? [name] : [])).sort();
    const first = ['beta-admins', 'beta-users', 'jira-admins', 'legacy', 'wiki'];
    expect(await legacy()).toEqual(first);
    happen(app, {
      do: 'set-grant',
      groupId: 'group-engineering',
      ari: wiki.ari,
      roles: ['atlassian/user'],
    });
    await nextWeek(app);
    expect(await legacy()).toEqual(first);

    const record = await app.call(
      'sources/steward',
      steward(app, { expiresOn: dayIn(app, 3) }),
      who.reviewer,
    );
    expect(record).toMatchObject({ kind: 'stewardship', state: 'standing', steward: who.finance });
    expect((await linesByGroup(app)).get('legacy')).toMatchObject({
      legacy: false,
      steward: { accountId: who.finance, name: 'Fin Celatum' },
    });
    expect(await legacy()).toEqual(first.filter((name) => name !== 'legacy'));
    await app.advance(4 * 86_400_000);
    expect(await legacy()).toEqual(first);
    const { stewardship } = await app.call('sources/get', { groupId: 'group-legacy', ari: jira.ari });
    expect(stewardship).toBeNull();
    expect(await app.reply('sources/steward', steward(app))).toEqual(refusal('CONFLICT'));
    await app.call('sources/steward', steward(app, { after: record.id, steward: who.reviewer }));
    expect((await linesByGroup(app)).get('legacy')!.steward).toMatchObject({ accountId: who.reviewer });
    for (const change of [{ groupId: 'group-none' }, { expiresOn: dayIn(app, 366) }]) {
      expect(await app.reply('sources/steward', steward(app, { ...change, after: null }))).toMatchObject({
        ok: false,
      });
    }
    expectChainHolds(app);
  });
});
