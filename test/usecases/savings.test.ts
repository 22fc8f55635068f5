import { expect, test } from 'vitest';
import type { LocalAction } from '../../src/contracts/records';
import { poolIdOf } from '../../src/review/savings/pools';
import { INSTALLATION, type RunningApp } from '../support/app';
import { localAction, localRow } from '../support/decisions';
import { listedPool, listedSavings, poolInput, savingsOf, savingStates } from '../support/money';
import {
  chainOf,
  DAY,
  expectChainHolds,
  moveRecord,
  refusal,
  storedRecord,
  withRecords,
} from '../support/records';
import { cycleOf, drain, happen, join, leave, nextWeek, PARTIAL, tick } from '../support/review';
import { accounts, betaJira, jira, reviewOrg, who, wiki } from '../support/review-org';
import { scan } from '../support/set-up';

/** Whether the ledger changes, by the hashes that the chain has of it. */
const ledgersOf = (app: RunningApp): number =>
  chainOf(app).links.filter(({ recordId }) => recordId === 'savings').length;

/** Cem’s only path to Jira is to go: asked for, approved and said to be done. */
async function decided(app: RunningApp): Promise<LocalAction> {
  const planned = await app.call('local-actions/record', localAction(), who.reviewer);
  await moveRecord(app, planned, 'approve', who.owner);
  return (await moveRecord(app, planned, 'claim', who.jiraAdmin)) as LocalAction;
}

test('from the decision to settled: what a scan shows gone is observed, and two later ones settle it', async () => {
  await withRecords(async (app) => {
    const action = await decided(app);
    await tick(app);
    expect(await listedSavings(app)).toEqual([
      expect.objectContaining({
        seat: { poolId: poolIdOf(jira.ari), accountId: accounts.cem, ari: jira.ari },
        state: 'proposed',
        recordIds: [action.id],
        waitHours: 24,
      }),
    ]);
    // Said to be done is not gone, and sent back it is not asked for any more.
    await scan(app);
    expect(storedRecord(app, action.id).state).toBe('returned');
    expect(await savingStates(app)).toEqual(['dropped']);

    const again = await app.call('local-actions/record', localAction({ after: action.id }), who.reviewer);
    leave(app, accounts.cem, 'group-legacy');
    // Not a tick between the decision and the scan that shows the seat gone.
    await scan(app);
    expect(storedRecord(app, again.id).state).toBe('confirmed');
    expect((await listedSavings(app))[0]).toMatchObject({ state: 'observed', recordIds: [again.id] });
    await scan(app);
    await scan(app);
    expect((await listedSavings(app))[0]).toMatchObject({ state: 'observed', seenGone: 2 });
    await app.advance(DAY);
    await scan(app);
    expect((await listedSavings(app))[0]).toMatchObject({ state: 'settled', seenGone: 3 });
    expectChainHolds(app);
  });
});

test('another look at the same scan changes nothing', async () => {
  await withRecords(async (app) => {
    await decided(app);
    leave(app, accounts.cem, 'group-legacy');
    await scan(app);
    const before = { savings: await savingsOf(app), ledgers: ledgersOf(app) };
    expect(await savingStates(app)).toEqual(['observed']);
    await tick(app);
    await tick(app);
    expect({ savings: await savingsOf(app), ledgers: ledgersOf(app) }).toEqual(before);
  });
});

test('it comes back, and is no saving any more; the audit log tells the way', async () => {
  await withRecords(
    async (app) => {
      await decided(app);
      leave(app, accounts.cem, 'group-legacy');
      await nextWeek(app);
      await nextWeek(app);
      await nextWeek(app);
      expect(await savingStates(app)).toEqual(['settled']);
      expect((await listedPool(app, jira.name)).worth.settled.seats).toBe(1);
      join(app, accounts.cem, 'group-legacy');
      await app.advance(2 * DAY);
      await scan(app);
      const [saving, ...others] = await listedSavings(app);
      expect(others).toEqual([]);
      expect(saving).toMatchObject({
        state: 'reversed',
        returned: { afterDays: 16, way: 'admin', groupId: 'group-legacy' },
      });
      expect((await listedPool(app, jira.name)).worth.settled.seats).toBe(0);
      expectChainHolds(app);
    },
    { world: reviewOrg() },
  );
});

test('back by two ways between two scans, it came by the first: the second found it held already', async () => {
  await withRecords(
    async (app) => {
      await decided(app);
      leave(app, accounts.cem, 'group-legacy');
      await nextWeek(app);
      expect(await savingStates(app)).toEqual(['observed']);
      await app.advance(DAY);
      join(app, accounts.cem, 'group-jira-users');
      await app.advance(DAY);
      join(app, accounts.cem, 'group-legacy');
      await nextWeek(app);
      const [saving] = await listedSavings(app);
      expect(saving).toMatchObject({
        state: 'reversed',
        returned: { way: 'admin', groupId: 'group-jira-users' },
      });
    },
    { world: reviewOrg() },
  );
});

test('a partial scan observes nothing, and the next complete one does', async () => {
  await withRecords(async (app) => {
    await decided(app);
    await tick(app);
    leave(app, accounts.cem, 'group-legacy');
    app.org.setFaults(PARTIAL);
    expect(await scan(app)).toMatchObject({ verdict: 'partial' });
    expect(await savingStates(app)).toEqual(['proposed']);
    app.org.setFaults({});
    await scan(app);
    expect(await savingStates(app)).toEqual(['observed']);
  });
});

test('a decision that is withdrawn before anything was seen saves nothing, also when the seat goes', async () => {
  await withRecords(async (app) => {
    const planned = await app.call('local-actions/record', localAction(), who.reviewer);
    await tick(app);
    expect(await savingStates(app)).toEqual(['proposed']);
    await moveRecord(app, planned, 'withdraw', who.reviewer);
    leave(app, accounts.cem, 'group-legacy');
    await scan(app);
    expect(await savingStates(app)).toEqual(['dropped']);
  });
});

/** The published scan as it stands in storage. */
const publishedIn = (app: RunningApp): string =>
  JSON.stringify(
    app.host
      .inspect(INSTALLATION)
      .entries()
      .find(({ key }) => key === 'published')!.value,
  );

test('a run that breaks off anywhere after the scan is made up for by the next tick, and counts nothing twice', async () => {
  let ledgersBroken = 0;
  for (const breaksAt of [3, 20, 34, 37, 39, 42]) {
    const broken: { app: RunningApp | null; since: string; calls: number } = {
      app: null,
      since: '',
      calls: breaksAt,
    };
    const onPlatformCall = (): void => {
      if (broken.app === null || publishedIn(broken.app) === broken.since) return;
      broken.calls -= 1;
      if (broken.calls === 0) throw new Error('the host died');
    };
    await withRecords(
      async (app) => {
        const action = await decided(app);
        leave(app, accounts.cem, 'group-legacy');
        Object.assign(broken, { app, since: publishedIn(app) });
        await app.call('scan/start', {});
        await drain(app);
        broken.app = null;
        if (ledgersOf(app) === 1) ledgersBroken += 1;
        await tick(app);
        await tick(app);
        const listed = await listedSavings(app);
        expect(listed, String(breaksAt)).toEqual([
          expect.objectContaining({ state: 'observed', seenGone: 0, recordIds: [action.id] }),
        ]);
        expectChainHolds(app);
      },
      { onPlatformCall },
    );
  }
  // Some died before the ledger was stored, and some after.
  expect(ledgersBroken).toBeGreaterThan(0);
  expect(ledgersBroken).toBeLessThan(6);
}, 120_000);

test('a pool is shown with seats, price, next period and three amounts that stand apart', async () => {
  await withRecords(async (app) => {
    const saved = await app.call('pools/save', poolInput(), who.finance);
    expect(saved).toMatchObject({ kind: 'pool', poolId: saved.id, recordedBy: who.finance });
    const before = await listedPool(app, 'Jira of acme');
    const { billed } = before.seats;
    expect(before).toMatchObject({ cost: billed * 80_000, nextPeriod: '2026-11-30', freeInside: null });
    await decided(app);
    await tick(app);
    expect((await listedPool(app, 'Jira of acme')).worth).toEqual({
      proposed: { seats: 1, cash: { amount: 80_000, from: '2026-11-30' }, renewal: null, headroom: null },
      observed: { seats: 0, cash: { amount: 0, from: '2026-11-30' }, renewal: null, headroom: null },
      settled: { seats: 0, cash: { amount: 0, from: '2026-11-30' }, renewal: null, headroom: null },
    });
    leave(app, accounts.cem, 'group-legacy');
    await scan(app);
    const after = await listedPool(app, 'Jira of acme');
    expect(after.seats.billed).toBe(billed - 1);
    expect(after.worth).toMatchObject({
      proposed: { seats: 0 },
      observed: { seats: 1, cash: { amount: 80_000 } },
    });

    // Bought for a year: no cash, and at the renewal nothing before a tier is left.
    const annual = {
      poolId: saved.poolId,
      after: saved.id,
      term: 'annual',
      model: 'tier',
      purchased: 20,
      bands: [
        { upTo: 5, price: 100 },
        { upTo: 20, price: 300 },
      ],
    } as const;
    await app.call('pools/save', poolInput({ ...annual, bands: [...annual.bands] }), who.owner);
    expect(await listedPool(app, 'Jira of acme')).toMatchObject({
      cost: 300,
      freeInside: 20 - (billed - 1),
      nextPeriod: '2027-01-31',
      worth: {
        observed: {
          seats: 1,
          cash: null,
          renewal: {
            on: '2027-01-31',
            amount: 0,
            nextStep: { seats: billed - 1 - 5, by: '2027-01-30', worth: 200 },
          },
          headroom: 1,
        },
      },
    });
    expect(await app.reply('pools/save', poolInput({ poolId: saved.poolId, after: saved.id }))).toEqual(
      refusal('CONFLICT'),
    );
    expectChainHolds(app);
  });
});

test('half of a collection that goes is no saving of it', async () => {
  await withRecords(async (app) => {
    await app.call(
      'pools/save',
      poolInput({ name: 'Collection', members: [jira.ari, wiki.ari], countedPer: 'person' }),
    );
    const { seats } = await listedPool(app, 'Collection');
    await decided(app);
    leave(app, accounts.cem, 'group-legacy');
    await scan(app);
    expect(await savingStates(app)).toEqual([]);
    expect((await listedPool(app, 'Collection')).seats).toEqual(seats);
    const row = { ...localRow, ari: wiki.ari, groupId: 'group-wiki' };
    await app.call('local-actions/record', localAction({ row }), who.reviewer);
    leave(app, accounts.cem, 'group-wiki');
    await scan(app);
    const [saving] = await listedSavings(app);
    expect(saving).toMatchObject({ state: 'observed', seat: { accountId: accounts.cem, ari: null } });
    expect((await listedPool(app, 'Collection')).seats.billed).toBe(seats.billed - 1);
  });
});

test('between two reviews the seats of a pool add up, and the invoice is held against them', async () => {
  await withRecords(async (app) => {
    const { poolId } = await app.call('pools/save', poolInput({ periodStart: '2026-01-30' }));
    const first = await cycleOf(app);
    const { billed } = (await listedPool(app, 'Jira of acme')).seats;
    await nextWeek(app);
    await decided(app);
    leave(app, accounts.cem, 'group-legacy');
    join(app, accounts.dot, 'group-legacy');
    join(app, who.beta, 'group-legacy');
    await nextWeek(app);
    const second = await cycleOf(app);
    expect(second.id).not.toBe(first.id);
    const { statements } = await savingsOf(app, { poolId });
    const [newest] = statements;
    expect(newest!.statement).toMatchObject({
      to: { cycleId: second.id },
      opening: billed,
      joiners: 1,
      freed: 1,
      readded: 0,
      other: 0,
      closing: billed,
      unknown: 0,
    });
    const line = { poolId, after: null, reason: 'Invoice.', period: '2026-12-30', seats: billed + 2, amount: (billed + 2) * 80_000, currency: 'USD', number: 'IN-7' }; // prettier-ignore
    await app.call('invoice-lines/record', line, who.finance);
    expect((await savingsOf(app, { poolId })).statements[0]!.invoices).toEqual([
      {
        period: '2026-12-30',
        seats: billed + 2,
        amount: (billed + 2) * 80_000,
        currency: 'USD',
        unexplainedSeats: 2,
        unexplainedAmount: 160_000,
      },
    ]);
    // A slip is corrected in the place of the line; what both said is never added up.
    const [typed] = (await listedPool(app, 'Jira of acme')).invoiceLines;
    expect(typed).toMatchObject({ period: '2026-12-30', number: 'IN-7', seats: billed + 2 });
    const right = { ...line, after: typed!.id, seats: billed, amount: billed * 80_000 };
    await app.call('invoice-lines/record', right, who.finance);
    expect((await listedPool(app, 'Jira of acme')).invoiceLines).toMatchObject([
      { seats: billed, supersedes: typed!.id },
    ]);
    expect((await savingsOf(app, { poolId })).statements[0]!.invoices).toMatchObject([
      { seats: billed, unexplainedSeats: 0, unexplainedAmount: 0 },
    ]);
    // Cem comes back: the seat is in the statement of the week in which it did.
    happen(app, { do: 'add-member', accountId: accounts.cem, groupId: 'group-jira-users', by: 'somebody' });
    await nextWeek(app);
    expect((await savingsOf(app, { poolId })).statements[0]!.statement).toMatchObject({
      opening: billed,
      joiners: 0,
      freed: 0,
      readded: 1,
      closing: billed + 1,
    });
    for (const [change, code] of [
      [{ currency: 'EUR' }, 'BAD_INPUT'],
      [{ period: '2026-12-15' }, 'BAD_INPUT'],
      [{ poolId: poolIdOf(wiki.ari) }, 'NOT_FOUND'],
      [{ number: 'IN-7' }, 'CONFLICT'],
    ] as const)
      expect(await app.reply('invoice-lines/record', { ...line, ...change }), code).toEqual(refusal(code));
  });
});

test('an invoice of a later period makes a settled saving an invoiced one', async () => {
  await withRecords(async (app) => {
    const { poolId, currency } = await app.call('pools/save', poolInput());
    await decided(app);
    leave(app, accounts.cem, 'group-legacy');
    for (let weeks = 0; weeks < 3; weeks += 1) await nextWeek(app);
    expect(await savingStates(app)).toEqual(['settled']);
    const line = { poolId, currency, after: null, reason: 'Invoice.', seats: 9, amount: 1, number: '' };
    await app.call('invoice-lines/record', { ...line, period: '2026-11-30' }, who.finance);
    expect(await savingStates(app)).toEqual(['settled']);
    await app.call('invoice-lines/record', { ...line, period: '2026-12-31' }, who.finance);
    expect((await listedSavings(app))[0]).toMatchObject({ state: 'invoiced', invoicedPeriod: '2026-12-31' });
  });
});

test('a Jira admin without a role sees the pools and savings of his own site, and no prices of others', async () => {
  await withRecords(async (app) => {
    await app.call('pools/save', poolInput({ name: 'Both sites', members: [jira.ari, betaJira.ari] }));
    await app.call('pools/save', poolInput({ name: 'Here', members: [wiki.ari] }));
    const row = { ...localRow, ari: betaJira.ari, groupId: 'group-beta-users' };
    await app.call('local-actions/record', localAction({ row }), who.reviewer);
    await app.call(
      'local-actions/record',
      localAction({ row: { ...localRow, ari: wiki.ari, groupId: 'group-wiki' } }),
    );
    await tick(app);
    const seen = async (by: string): Promise<unknown> => ({
      pools: (await app.call('pools/list', {}, by)).pools.map(({ name }) => name).sort(),
      savings: (await savingsOf(app, {}, by)).lines.map(({ poolName }) => poolName).sort(),
      records: (await app.call('registers/list', { kind: 'pool' }, by)).lines.length,
    });
    expect(await seen(who.auditor)).toEqual({
      pools: ['Both sites', 'Here'],
      savings: ['Both sites', 'Here'],
      records: 2,
    });
    expect(await seen(who.jiraAdmin)).toEqual({ pools: ['Here'], savings: ['Here'], records: 1 });
    const all = JSON.stringify(await app.call('pools/list', {}, who.jiraAdmin));
    expect(all).not.toContain('beta');
    await app.call('setup/save-scope', { scope: 'site' });
    expect(await app.reply('pools/save', poolInput({ members: [betaJira.ari] }))).toEqual(
      refusal('NOT_FOUND'),
    );
    await app.call('setup/save-scope', { scope: 'organization' });
    expect(await app.reply('pools/save', poolInput({ poolId: 'pool-of-nobody' }))).toEqual(
      refusal('NOT_FOUND'),
    );
    const twice = poolInput({ members: [jira.ari, jira.ari] });
    expect(await app.reply('pools/save', twice)).toEqual(refusal('BAD_INPUT', /once only/));
    expect(await app.reply('pools/save', poolInput(), who.reviewer)).toEqual(refusal('NOT_ALLOWED'));
  });
});
