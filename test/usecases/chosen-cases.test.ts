import { expect, test } from 'vitest';
import type { Input } from '../../src/contracts/api';
import type { RunningApp } from '../support/app';
import { idleOrg, idsOf } from '../support/bulk';
import { parseCsv } from '../support/csv';
import { byAccount, protect } from '../support/decisions';
import { dayIn, decisionsOf, refusal, registered, withRecords } from '../support/records';
import { drain } from '../support/review';
import { accounts, betaJira, jira, who } from '../support/review-org';
import { EVERY_CASE, scan } from '../support/set-up';

const chosen = (accountIds: readonly string[], ari = jira.ari): { accountId: string; ari: string }[] =>
  accountIds.map((accountId) => ({ accountId, ari }));

const input = (change: Partial<Input<'cases/decide'>>): Input<'cases/decide'> => ({
  cases: chosen(idsOf('both', 2)),
  outcome: { do: 'free-seats' },
  reason: 'Nobody has used these seats since spring.',
  ...change,
});

const made = (app: RunningApp): string[] =>
  decisionsOf(app)
    .flatMap((record) => ('row' in record ? [record] : []))
    .map(({ row, kind }) => `${row.accountId.slice(7)} ${row.groupId?.slice(6) ?? row.via} ${kind}`)
    .sort();

test('cases chosen in the table are decided with one note, each path in its own lane, in a review or outside of one', async () => {
  await withRecords(
    async (app) => {
      const begun = await app.call('cases/decide', input({}), who.reviewer);
      expect(begun).toMatchObject({ itemId: null, state: 'running', total: 4 });
      await drain(app);
      expect(await app.call('batches/get', { batchId: begun.id })).toMatchObject({
        state: 'done',
        recorded: 4,
        refused: 0,
      });
      expect(made(app)).toEqual([
        'both-1 old local-action',
        'both-1 sales route-out',
        'both-2 old local-action',
        'both-2 sales route-out',
      ]);
      // What is decided stays as it is: nothing is left of these two, and one is left of three.
      expect(await app.reply('cases/decide', input({}), who.reviewer)).toEqual(refusal('NOT_FOUND'));
      const cases = chosen([...idsOf('both', 2), ...idsOf('sales', 1)]);
      const outcome = { do: 'keep', expiresOn: dayIn(app, 30) } as const;
      const next = await app.call('cases/decide', input({ cases, outcome }), who.reviewer);
      expect(next.total).toBe(1);
      await drain(app);
      expect((await registered(app, 'keep')).map(({ row }) => row.accountId)).toEqual(idsOf('sales', 1));
    },
    { world: idleOrg() },
  );
});

test('nobody decides cases of a site that he does not see, cases that are not there, or without the role for it', async () => {
  await withRecords(
    async (app) => {
      const ask = (change: Partial<Input<'cases/decide'>>, by: string) =>
        app.reply('cases/decide', input(change), by);
      expect(await ask({ cases: chosen(['712020:nobody']) }, who.reviewer)).toEqual(refusal('NOT_FOUND'));
      expect(await ask({ cases: [] }, who.reviewer)).toEqual(refusal('BAD_INPUT'));
      expect(await ask({}, who.auditor)).toEqual(refusal('NOT_ALLOWED'));
      expect(await ask({}, who.jiraAdmin)).toEqual(refusal('NOT_ALLOWED'));
      const late = {
        do: 'hold',
        ownedBy: who.reviewer,
        expiresOn: dayIn(app, 400),
        condition: null,
      } as const;
      expect(await ask({ outcome: late }, who.reviewer)).toEqual(refusal('BAD_INPUT'));
      expect(made(app)).toEqual([]);
    },
    { world: idleOrg() },
  );
});

test('all that a filter leaves is decided at once, but those left out, where it names a finding and is of the scan of now', async () => {
  await withRecords(
    async (app) => {
      const filter = { ...EVERY_CASE.filter, ari: jira.ari, finding: 'inactive-seat' } as const;
      const { scanId, lines } = await app.call('cases/list', { ...EVERY_CASE, filter });
      const inactive = lines.map(({ person }) => person.accountId);
      expect(inactive).toEqual(expect.arrayContaining([...idsOf('sales', 4), ...idsOf('both', 2), ...idsOf('old', 3)]));
      const all = { scanId, filter, except: chosen(idsOf('both', 2)) };
      const ask = (cases: Input<'cases/decide'>['cases'], by: string = who.reviewer) =>
        app.reply('cases/decide', input({ cases }), by);
      for (const finding of [null, 'any'] as const)
        expect(await ask({ ...all, filter: { ...filter, finding } })).toEqual(refusal('BAD_INPUT'));
      expect(await ask({ ...all, scanId: 'scan-of-last-week' })).toEqual(refusal('CONFLICT'));
      expect(await ask({ ...all, except: chosen(['712020:nobody']) })).toEqual(refusal('NOT_FOUND'));
      expect(await ask(all, who.jiraAdmin)).toEqual(refusal('NOT_ALLOWED'));
      expect(made(app)).toEqual([]);
      await app.call('cases/decide', input({ cases: all }), who.reviewer);
      await drain(app);
      const decided = new Set(made(app).map((line) => `712020:${line.split(' ')[0]!}`));
      expect([...decided].sort()).toEqual(inactive.filter((id) => !idsOf('both', 2).includes(id)).sort());
    },
    { world: idleOrg() },
  );
}); // prettier-ignore

test('the table tells who is protected and is narrowed to them, and a bulk over all leaves them alone', async () => {
  await withRecords(
    async (app) => {
      const [robot] = idsOf('sales', 1) as [string];
      await app.call('protections/record', protect(app, byAccount(robot)), who.reviewer);
      const filter = { ...EVERY_CASE.filter, ari: jira.ari, finding: 'inactive-seat' } as const;
      const listed = async (change: Partial<typeof EVERY_CASE.filter>) =>
        (await app.call('cases/list', { ...EVERY_CASE, filter: { ...filter, ...change } })).lines.map(
          ({ person, protectedAs }): [string, string | null] => [person.accountId, protectedAs],
        );
      const every = await listed({});
      expect(every.find(([id]) => id === robot)).toEqual([robot, 'integration']);
      expect(await listed({ protected: true })).toEqual([[robot, 'integration']]);
      expect(await listed({ protected: false })).toEqual(every.filter(([id]) => id !== robot));
      const { protectedAs } = await app.call('cases/get', { accountId: robot, ari: jira.ari });
      expect(protectedAs).toBe('integration');

      const { scanId } = await app.call('cases/list', { ...EVERY_CASE, filter });
      const begun = await app.call('cases/decide', input({ cases: { scanId, filter, except: [] } }), who.reviewer);
      await drain(app);
      const { results } = await app.call('batches/get', { batchId: begun.id });
      expect(results.filter(({ code }) => code !== null).map(({ row, code }) => [row.accountId, code])).toEqual([
        [robot, 'PROTECTED'],
      ]);
      expect(results.map(({ groupName }) => groupName)).toEqual(expect.arrayContaining(['sales', 'old']));
    },
    { world: idleOrg() },
  );
}); // prettier-ignore

test('a file of cases has exactly what the filter leaves, in its order, with one line for each path', async () => {
  await withRecords(
    async (app) => {
      const { sort } = EVERY_CASE;
      const filter = { ...EVERY_CASE.filter, ari: jira.ari, finding: 'any' } as const;
      const { scanId, matched, lines } = await app.call('cases/list', { ...EVERY_CASE, filter });
      expect(matched).toBeGreaterThan(200);
      const files = [];
      for (let from: number | null = 0; from !== null;) {
        const piece: { text: string; next: number | null } = await app.call('exports/cases', { scanId,
          filter, sort, from });
        files.push(piece);
        from = piece.next;
      }
      expect(files.length).toBe(Math.ceil(matched / 200));
      const [head, ...cells] = parseCsv(files.map(({ text }) => text).join('').slice(1));
      const column = (name: string): number => head!.indexOf(name);
      const keys = cells.map((cell) => cell[column('accountId')]!);
      expect(new Set(keys).size).toBe(matched);
      expect([...new Set(keys)].slice(0, 200)).toEqual(lines.map(({ person }) => person.accountId));
      for (const { person, paths } of lines) {
        const mine = cells.filter((cell) => cell[column('accountId')] === person.accountId);
        expect(mine.map((cell) => [cell[column('groupId')], cell[column('owner')], cell[column('findings')]])).toEqual(
          paths.map((path) => [path.groupId ?? '', path.owner, path.findings.join(' ')]),
        );
        expect(mine[0]![column('name')]).toBe(person.name);
      }
      // Who sees one site gets the lines of that site.
      const all = { scanId, filter: EVERY_CASE.filter, sort, from: 0 };
      const { text } = await app.call('exports/cases', all, who.jiraAdmin);
      expect(text).toContain(accounts.cem);
      expect(text).not.toContain(betaJira.ari);
      // A scan that is published meanwhile may show others: no file is pieced together from two.
      await scan(app);
      expect(await app.reply('exports/cases', { ...all, from: 200 })).toEqual(refusal('CONFLICT'));
    },
    { world: idleOrg(230) },
  );
}); // prettier-ignore
