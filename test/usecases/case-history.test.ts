import { expect, test } from 'vitest';
import type { HistoryLine } from '../../src/contracts/case-history';
import type { Input, Output } from '../../src/contracts/api';
import { INSTALLATION, type RunningApp } from '../support/app';
import { byAccount, defaultRow, exception, localAction, localRow, protect } from '../support/decisions';
import { DAY, moveRecord, refusal, withRecords } from '../support/records';
import { cycleOf, join, leave, nextWeek, PARTIAL, tick } from '../support/review';
import { accounts, betaJira, jira, who } from '../support/review-org';
import { scan } from '../support/set-up';
import { intend } from '../support/sources';

type Ref = Pick<Input<'cases/history'>, 'accountId' | 'ari'>;
const ofCem: Ref = { accountId: accounts.cem, ari: jira.ari };
const ofAda: Ref = { accountId: accounts.ada, ari: jira.ari };

const historyOf = (
  app: RunningApp,
  ref: Ref,
  { before = null, by = who.owner }: { before?: string | null; by?: string } = {},
): Promise<Output<'cases/history'>> =>
  app.call('cases/history', { accountId: ref.accountId, ari: ref.ari, before }, by);

/** A line of a history in a few words. */
function told(line: HistoryLine): string {
  if (line.is === 'saving')
    return `seat ${line.saw}${line.returned === null ? '' : ` by ${line.returned.way}`}`;
  if (line.is === 'record') return `${line.record.kind} ${line.to ?? 'made'} by ${line.by ?? 'nobody'}`;
  const { rows } = line;
  const shown =
    typeof rows === 'string' ? rows : rows.map((one) => `${one.path.groupName} ${one.disposition}`);
  return `${line.state} by ${line.by ?? 'nobody'}: ${String(shown)}`;
}

const toldOf = async (app: RunningApp, ref: Ref): Promise<string[]> =>
  (await historyOf(app, ref)).lines.map(told);

/** Cem’s only path to Jira is to go: planned by one, approved by another, taken on by a third. */
async function decide(app: RunningApp): Promise<string> {
  const planned = await app.call('local-actions/record', localAction(), who.reviewer);
  await moveRecord(app, planned, 'approve', who.owner);
  await moveRecord(app, planned, 'claim', who.jiraAdmin);
  return planned.id;
}

const DECIDED = [
  'local-action claimed by 712020:jad',
  'local-action approved by 712020:olga',
  'local-action made by 712020:rea',
];

async function closeReview(app: RunningApp): Promise<void> {
  const { cycle, version } = await app.call('cycle/get', {});
  await app.call('cycle/close', { cycleId: cycle!.id, version }, who.reviewer);
}

test('decided in the first week, confirmed in the second, back in the third: newest first, each with moment and actor', async () => {
  await withRecords(async (app) => {
    const id = await decide(app);
    const baseline = await cycleOf(app);
    expect(await toldOf(app, ofCem)).toEqual(['open by nobody: legacy local-action', ...DECIDED]);
    await closeReview(app);
    leave(app, accounts.cem, 'group-legacy');
    await nextWeek(app);
    // The case is gone, and its history is what tells of it.
    expect(await app.reply('cases/get', ofCem)).toEqual(refusal('NOT_FOUND'));
    const gone = ['local-action confirmed by seatpath', 'seat gone'];
    const first = ['closed by 712020:rea: legacy local-action', ...DECIDED];
    expect(await toldOf(app, ofCem)).toEqual(['open by nobody: ', ...gone, ...first]);

    join(app, accounts.cem, 'group-legacy');
    await nextWeek(app);
    const { lines, people, earlier } = await historyOf(app, ofCem);
    expect(lines.map(told)).toEqual([
      'open by nobody: legacy queued',
      'lapsed by seatpath: ',
      'seat back by admin',
      ...gone,
      ...first,
    ]);
    expect(earlier).toBeNull();
    const moments = lines.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort().reverse());
    expect(Object.fromEntries(people.map(({ accountId, name }) => [accountId, name]))).toEqual({
      [who.jiraAdmin]: 'Jad Celatum',
      [who.owner]: 'Olga Celatum',
      [who.reviewer]: 'Rea Celatum',
    });
    expect(lines.find((line) => line.is === 'review' && line.state === 'closed')).toMatchObject({
      cycleId: baseline.id,
      verdict: 'complete',
      rows: [{ path: { via: 'group', groupId: localRow.groupId, groupName: 'legacy' }, recordId: id }],
    });
    expect(lines.at(-1)).toMatchObject({
      record: { id, kind: 'local-action' },
      path: { groupName: 'legacy' },
      note: localAction().reason,
    });
  });
});

test('a seat that stays gone settles in its history, once', async () => {
  await withRecords(async (app) => {
    await decide(app);
    leave(app, accounts.cem, 'group-legacy');
    await nextWeek(app);
    await nextWeek(app);
    await nextWeek(app);
    const { lines } = await historyOf(app, ofCem);
    expect(lines.filter(({ is }) => is === 'saving').map(told)).toEqual(['seat settled', 'seat gone']);
  });
});

/** What the app’s storage forgets of itself when it is told to: the ledgers of reviews. */
async function forgetLedgers(app: RunningApp): Promise<void> {
  const { kvs } = await import('@forge/kvs');
  const kept = app.host.inspect(INSTALLATION).entries();
  for (const { key } of kept) if (key.startsWith('blob:ledger:')) await kvs.delete(key);
}

test('a review that lapsed tells what its rows were; where no scan came, or its ledger is gone, they are unknown and never nothing', async () => {
  const host: { forgets: RunningApp | null } = { forgets: null };
  const loadApp = async (): Promise<Record<string, unknown>> => {
    const index = await import('../../src/index');
    const dailyTick: typeof index.dailyTick = async (...event) => {
      if (host.forgets === null) return index.dailyTick(...event);
      await forgetLedgers(host.forgets);
      return { statusCode: 204 };
    };
    return { ...index, dailyTick };
  };
  await withRecords(
    async (app) => {
      await nextWeek(app);
      const open = 'open by nobody: legacy queued';
      const lapsed = 'lapsed by seatpath: legacy queued';
      expect(await toldOf(app, ofCem)).toEqual([open, lapsed]);
      // The scan of this week is asked for and never runs.
      await app.advance(7 * DAY);
      await app.host.fireSchedule('every-day', INSTALLATION);
      expect(await toldOf(app, ofCem)).toEqual([open, 'collecting by nobody: scan-awaited', lapsed]);
      await nextWeek(app);
      await scan(app);
      const { lines } = await historyOf(app, ofCem);
      expect(lines.map(told)).toEqual([open, 'lapsed by nobody: no-scan', lapsed, lapsed]);
      // It lapsed when the next one opened, and the one before it, which had stayed open, with it.
      expect(lines[1]!.at.slice(0, 10)).toBe(lines[2]!.at.slice(0, 10));

      host.forgets = app;
      await tick(app);
      const unknown = 'lapsed by seatpath: not-kept';
      expect(await toldOf(app, ofCem)).toEqual([open, 'lapsed by nobody: no-scan', unknown, unknown]);
      const { earlier } = await app.call('cycle/get', {});
      const ended = earlier.find(({ cycle }) => cycle.ending !== null)!;
      expect(await app.reply('exports/ledger', { cycleId: ended.id, from: 0 })).toEqual(
        refusal('NOT_FOUND', /not kept any more/),
      );
    },
    { loadApp },
  );
});

test('a review on a partial scan says so: a path that it does not list may have been there', async () => {
  await withRecords(async (app) => {
    app.org.setFaults(PARTIAL);
    await nextWeek(app);
    const [now, before] = (await historyOf(app, ofCem)).lines;
    expect(now).toMatchObject({ state: 'open', verdict: 'partial' });
    expect(before).toMatchObject({ state: 'lapsed', verdict: 'complete' });
  });
});

test('decisions on its sources are told where they speak of the account, with the day on which they end', async () => {
  await withRecords(async (app) => {
    const population = { claimStatuses: [], domains: ['hidden.example'] };
    const intent = await app.call('sources/intend', await intend(app, 'legacy', { population, cap: 3 }));
    const others = { claimStatuses: [], domains: ['elsewhere.example'] };
    await app.call('sources/intend', await intend(app, 'jira-users', { population: others, cap: 9 }));
    await nextWeek(app);
    const ofSource = ['open by nobody: legacy covered', 'lapsed by seatpath: legacy covered'];
    expect(await toldOf(app, ofCem)).toEqual([...ofSource, 'intent made by 712020:olga']);
    const { lines } = await historyOf(app, ofCem);
    expect(lines[0]).toMatchObject({ rows: [{ recordId: intent.id }] });
    expect(lines.at(-1)).toMatchObject({ path: { via: 'group', groupName: 'legacy' } });
    // The other one is about people elsewhere, and never answered a row of Ada’s.
    expect((await toldOf(app, ofAda)).filter((line) => line.startsWith('intent'))).toEqual([]);
    // Past its last day it holds no more, and the next review says so with a step.
    await app.advance(366 * DAY);
    await tick(app);
    const later = await toldOf(app, ofCem);
    expect(later).toContain('intent over by nobody');
    expect(later).toContain('intent void by seatpath');
    expect(later.indexOf('intent void by seatpath')).toBeLessThan(later.indexOf('intent over by nobody'));
  });
});

test('what stands until a day is over on it, without anybody’s step; what answers an account is told of its rows', async () => {
  await withRecords(async (app) => {
    const row = { ...defaultRow, groupId: 'group-engineering' };
    const first = await app.call('exceptions/record', exception(app, { row }));
    await app.call('exceptions/record', exception(app, { row, after: first.id }), who.reviewer);
    await app.call('protections/record', protect(app, byAccount(accounts.ada)));
    await app.advance(92 * DAY);
    await tick(app);
    const { lines } = await historyOf(app, ofAda);
    expect(lines.filter(({ is }) => is === 'record').map(told)).toEqual([
      'exception over by nobody',
      'protection made by 712020:olga',
      'exception made by 712020:rea',
      'exception superseded by 712020:rea',
      'exception made by 712020:olga',
    ]);
    const protection = lines.find((line) => line.is === 'record' && line.record.kind === 'protection');
    expect(protection).toMatchObject({ path: null });
  });
});

test('who sees one site finds the history of its cases only, and of nobody who never was there', async () => {
  await withRecords(async (app) => {
    const onBeta = { accountId: accounts.cem, ari: betaJira.ari, before: null };
    expect(await app.reply('cases/history', onBeta, who.jiraAdmin)).toEqual(refusal('NOT_FOUND'));
    expect(await app.reply('cases/history', onBeta, who.auditor)).toMatchObject({ ok: true });
    expect(await app.reply('cases/history', { ...onBeta, before: 'cycle-2026-W01' }, who.jiraAdmin)).toEqual(
      refusal('NOT_FOUND'),
    );
    const nobody = { ...ofCem, accountId: '712020:nobody', before: null };
    expect(await app.reply('cases/history', nobody)).toEqual(refusal('NOT_FOUND'));
    // Nothing of a person’s other products is in it.
    const row = {
      accountId: accounts.cem,
      ari: betaJira.ari,
      via: 'group',
      groupId: 'group-beta-users',
    } as const;
    await app.call('local-actions/record', localAction({ row }), who.reviewer);
    const { lines } = await historyOf(app, ofCem, { by: who.jiraAdmin });
    expect(lines.map(told)).toEqual(['open by nobody: legacy queued']);
    expect(JSON.stringify(lines)).not.toMatch(/beta/);
  });
});

test('a year of reviews is told in parts, each once, and each is cheap to read', async () => {
  await withRecords(async (app) => {
    const id = await decide(app);
    for (let week = 0; week < 26; week += 1) await nextWeek(app);
    const parts = [];
    let before: string | null = null;
    do {
      const reads = app.host.inspect(INSTALLATION).storage.readUnits;
      const part: Output<'cases/history'> = await historyOf(app, ofCem, { before });
      parts.push(part.lines);
      expect(app.host.inspect(INSTALLATION).storage.readUnits - reads).toBeLessThan(200);
      before = part.earlier;
    } while (before !== null);
    expect(parts.map((lines) => lines.filter(({ is }) => is === 'review').length)).toEqual([12, 12, 3]);
    const all = parts.flat();
    const { cycle, earlier } = await app.call('cycle/get', {});
    expect(all.flatMap((line) => (line.is === 'review' ? [line.cycleId] : []))).toEqual([
      cycle!.id,
      ...earlier.map((one) => one.id),
    ]);
    const moments = all.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort().reverse());
    // Said to be done and still there: it was given back by the first scan after, and told in the last part.
    expect(all.filter(({ is }) => is === 'record').map(told)).toEqual([
      'local-action returned by seatpath',
      ...DECIDED,
    ]);
    expect(parts.at(-1)!.at(-1)).toMatchObject({ record: { id } });
  });
}, 120_000);
