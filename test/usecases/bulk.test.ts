import { expect, test } from 'vitest';
import type { BulkOutcome } from '../../src/contracts/calls/terms';
import type { RowDecision } from '../../src/contracts/records';
import { adfNodes, adfProblems, adfText } from '../support/adf';
import type { RunningApp } from '../support/app';
import { bulkInput, decideInBulk, idleOrg, idsOf, itemOf } from '../support/bulk';
import { byAccount, exception, hold, keep, protect } from '../support/decisions';
import {
  expectChainHolds,
  dayIn,
  newestOn,
  decisionsOf,
  refusal,
  registered,
  storedRecord,
  withRecords,
} from '../support/records';
import { cycleOf, drain, itemsOfClass, leave, nextWeek } from '../support/review';
import { jira, who } from '../support/review-org';
import { OKTA } from '../support/set-up';

const REASON = 'Nobody has used these seats since spring.';
const world = idleOrg();
const rowOf = (accountId: string, group: string): RowDecision['row'] => ({
  accountId,
  ari: jira.ari,
  via: 'group',
  groupId: `group-${group}`,
});
/** Decisions on rows by account and group. */
const decisions = (app: RunningApp): string[] =>
  decisionsOf(app)
    .flatMap((record) => ('row' in record ? [record] : []))
    .map(({ row, kind, state }) => `${row.accountId.slice(7)} ${row.groupId!.slice(6)} ${kind} ${state}`)
    .sort();

test('an item marks who is protected now and counts whom a bulk over it passes over', async () => {
  await withRecords(
    async (app) => {
      const [robot, decided, ...others] = idsOf('sales', 4) as [string, string, ...string[]];
      const { itemId } = await bulkInput(app, 'sales');
      const page = { itemId, offset: 0, limit: 50 };
      expect(await app.call('queue/item', page)).toMatchObject({ protected: 0 });
      await decideInBulk(app, 'sales', { except: [robot, ...others] });
      const record = await app.call('protections/record', protect(app, byAccount(robot)), who.reviewer);
      await app.call('protections/record', protect(app, byAccount(decided)), who.reviewer);
      const item = await app.call('queue/item', page);
      // What is decided of the other one stays so: a bulk asks nothing of him.
      expect(item).toMatchObject({ protected: 1, line: { people: 4, decided: 2 } });
      expect(new Map(item.lines.map((line) => [line.person.accountId, line.protectedAs]))).toEqual(
        new Map([[robot, 'integration'], [decided, 'integration'], ...others.map((id) => [id, null] as const)]),
      );
      const { results } = await decideInBulk(app, 'sales');
      expect(results.flatMap(({ row, code }) => (code === null ? [] : [[row.accountId, code]]))).toEqual([
        [robot, 'PROTECTED'],
      ]);
      const move = { recordId: record.id, version: 1, move: 'end', note: '' } as const;
      await app.call('records/move', move, who.reviewer);
      expect(await app.call('queue/item', page)).toMatchObject({ protected: 0 });
    },
    { world: idleOrg() },
  );
}); // prettier-ignore

test('one note decides the people of an item but those held out: a record and a result for each row, and one issue for the group, created as the app', async () => {
  await withRecords(
    async (app) => {
      const [held, ...others] = idsOf('sales', 4);
      const begun = await app.call(
        'queue/decide',
        await bulkInput(app, 'sales', { except: [held!, '712020:nobody'] }),
        who.reviewer,
      );
      expect(begun).toMatchObject({ state: 'running', total: 3, recorded: 0, refused: 0, results: [] });
      expect(decisionsOf(app)).toEqual([]);
      await drain(app);
      const batch = await app.call('batches/get', { batchId: begun.id }, who.owner);
      expect(batch).toMatchObject({ state: 'done', total: 3, recorded: 3, refused: 0, itemId: begun.itemId });
      const records = await registered(app, 'route-out');
      expect(records).toHaveLength(3);
      for (const accountId of others) {
        const result = batch.results.find(({ person }) => person.accountId === accountId)!;
        expect(result).toMatchObject({
          row: rowOf(accountId, 'sales'),
          person: { name: expect.stringContaining('sales-') as string },
          code: null,
          message: null,
        });
        expect(storedRecord(app, result.recordId!)).toMatchObject({
          ...{ kind: 'route-out', state: 'sent', reason: REASON, recordedBy: who.reviewer },
          ...{ batchId: batch.id, cycleId: (await cycleOf(app)).id, idpId: OKTA.idpId },
          evidence: { owner: 'idp-owned', findings: ['inactive-seat'] },
        });
      }
      expect(await newestOn(app, rowOf(held!, 'sales'))).toBeNull();

      const [issue, ...more] = app.org.world.issues();
      expect(more).toEqual([]);
      expect(new Set(records.map(({ issueKey }) => issueKey))).toEqual(new Set([issue!.key]));
      expect(issue).toMatchObject({ creator: 'app-user:cloud-acme', project: { key: 'IAM' } });
      expect(issue!.summary).toContain('3 seats through sales');
      expect(issue!.labels).toEqual(['seatpath', expect.stringMatching(/^seatpath-request-issue-/)]);
      expect(adfProblems(issue!.description)).toEqual([]);
      expect(adfText(issue!.description)).toContain(REASON);
      const named = adfNodes(issue!.description).filter(({ type }) => type === 'mention');
      expect(named.map(({ attrs }) => attrs!['id']).sort()).toEqual([...others, who.reviewer].sort());

      expect(await itemOf(app, 'inactive-one-edit', 'sales')).toMatchObject({ people: 4, decided: 3 });
      expectChainHolds(app);
    },
    { world },
  );
});

test('each row goes down the lane of its owner: synced ones are handed over, local ones planned for removal by hand', async () => {
  await withRecords(
    async (app) => {
      const batch = await decideInBulk(app, 'both', {}, who.reviewer);
      expect(batch).toMatchObject({ state: 'done', total: 4, recorded: 4 });
      expect(decisions(app)).toEqual([
        'both-1 old local-action planned',
        'both-1 sales route-out sent',
        'both-2 old local-action planned',
        'both-2 sales route-out sent',
      ]);
      expect(app.org.world.issues()).toHaveLength(1);
      const [action] = await registered(app, 'local-action');
      expect(action).toMatchObject({ batchId: batch.id, edit: 'membership', recordedBy: who.reviewer });
      // Asked for in bulk, each is approved by another person all the same.
      const { lines } = await app.call('registers/list', { kind: 'local-action' }, who.reviewer);
      expect(lines.map(({ moves }) => moves)).toEqual([['withdraw'], ['withdraw']]);
      expectChainHolds(app);
    },
    { world },
  );
});

test('a bulk holds, keeps or excepts every row under the same terms, and Jira is asked for nothing', async () => {
  const terms: ((app: RunningApp) => BulkOutcome)[] = [
    (app) => ({ do: 'hold', ownedBy: who.finance, expiresOn: dayIn(app, 60), condition: 'owner-known' }),
    (app) => ({ do: 'keep', expiresOn: dayIn(app, 365) }),
    (app) => ({
      ...{ do: 'exception', class: 'leave', ownedBy: who.finance },
      ...{ expiresOn: dayIn(app, 180), dependency: 'Parental leave.' },
    }),
  ];
  for (const outcomeOf of terms) {
    await withRecords(
      async (app) => {
        const outcome = outcomeOf(app);
        const batch = await decideInBulk(app, 'old', { outcome });
        expect(batch).toMatchObject({ state: 'done', recorded: 3, refused: 0 });
        const { do: kind, ...fields } = outcome;
        for (const record of decisionsOf(app)) {
          expect(record).toMatchObject({
            ...fields,
            kind,
            state: 'standing',
            batchId: batch.id,
            reason: REASON,
          });
        }
        expect(decisions(app)).toHaveLength(3);
        expect(app.org.world.issues()).toEqual([]);
        await nextWeek(app);
        const left = await itemsOfClass(app, 'inactive-one-edit');
        expect(left.map(({ groupName }) => groupName)).not.toContain('old');
        expectChainHolds(app);
      },
      { world },
    );
  }
});

test('what cannot be decided in bulk is refused as a whole, with nothing begun', async () => {
  await withRecords(
    async (app) => {
      const input = await bulkInput(app, 'old');
      const source = (await itemsOfClass(app, 'source-review'))[0]!.item.id;
      const unknown = (await itemsOfClass(app, 'unknown-source'))[0]!.item.id;
      for (const itemId of [source, unknown]) {
        expect(await app.reply('queue/decide', { ...input, itemId })).toEqual(
          refusal('OUTCOME_NOT_PERMITTED', /as a whole/),
        );
      }
      expect(await app.reply('queue/decide', { ...input, itemId: 'item-none' })).toEqual(
        refusal('NOT_FOUND'),
      );
      expect(await app.reply('queue/decide', { ...input, cycleId: 'cycle-2026-W01' })).toEqual(
        refusal('CYCLE_NOT_OPEN'),
      );
      expect(await app.reply('queue/decide', { ...input, except: idsOf('old', 3) })).toEqual(
        refusal('NOT_FOUND', /left to decide/),
      );
      for (const [kind, days] of [
        ['hold', 61],
        ['keep', 366],
        ['exception', 181],
      ] as const) {
        const terms = { hold: hold(app), keep: keep(app), exception: exception(app) }[kind];
        const { row, after, reason, ...fields } = { ...terms, expiresOn: dayIn(app, days) };
        expect([row, after, reason]).toHaveLength(3);
        const outcome = { do: kind, ...fields } as BulkOutcome;
        expect(await app.reply('queue/decide', { ...input, outcome }), kind).toEqual(
          refusal('BAD_INPUT', /days at most/),
        );
      }
      expect(app.host.queueStats('installation-1').pending).toBe(0);
      await app.call('cycle/close', {
        cycleId: input.cycleId,
        version: (await app.call('cycle/get', {})).version,
      });
      expect(await app.reply('queue/decide', input)).toEqual(refusal('CYCLE_NOT_OPEN', /not open any more/));
      expect(await app.reply('batches/get', { batchId: 'batch-none' })).toEqual(refusal('NOT_FOUND'));
      expect(decisionsOf(app)).toEqual([]);
    },
    { world },
  );
});

test('a row that cannot be decided says why, and keeps none of the others from being decided', async () => {
  await withRecords(
    async (app) => {
      const [gone] = idsOf('old', 3);
      leave(app, gone!, 'group-old');
      const batch = await decideInBulk(app, 'old');
      expect(batch).toMatchObject({ state: 'done', total: 3, recorded: 2, refused: 1 });
      expect(batch.results.find(({ code }) => code !== null)).toMatchObject({
        ...{ person: { accountId: gone }, recordId: null, code: 'NOT_FOUND' },
        message: expect.stringMatching(/no longer in this group/) as string,
      });
      await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, owners: [] } });
      const routed = await decideInBulk(app, 'sales');
      expect(routed).toMatchObject({ state: 'done', recorded: 0, refused: 4 });
      for (const { code, message } of routed.results) {
        expect([code, message]).toEqual(['EVIDENCE_INCOMPLETE', 'Missing: identity owner of Okta.']);
      }
      expect(app.org.world.issues()).toEqual([]);
      // What is missing is put right, and the same item is decided again.
      await app.call('setup/save-identity-provider', { identityProvider: OKTA });
      expect(await decideInBulk(app, 'sales')).toMatchObject({ recorded: 4, refused: 0 });
      expectChainHolds(app);
    },
    { world },
  );
});
