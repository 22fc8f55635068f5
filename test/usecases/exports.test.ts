import { expect, test } from 'vitest';
import type { FilePiece } from '../../src/contracts/calls/exports';
import type { RunningApp } from '../support/app';
import { parseCsv } from '../support/csv';
import { byAccount, exception, hold, localAction, localRow, protect, syncedRow } from '../support/decisions';
import { aGroup, daysBefore } from '../support/org-builder';
import { dayIn, moveRecord, newestOn, refusal, sha256, withRecords } from '../support/records';
import { cycleOf, nextWeek } from '../support/review';
import { accounts, betaJira, jira, who } from '../support/review-org';
import { grantOf, intend, members, withGroups } from '../support/sources';

type Line = Readonly<Record<string, string>>;

/** All pieces of a file behind each other. */
async function fileOf(
  fetch: (from: number) => Promise<FilePiece>,
): Promise<{ text: string; pieces: number }> {
  let text = '';
  let pieces = 0;
  for (let from: number | null = 0; from !== null; pieces += 1) {
    const piece: FilePiece = await fetch(from);
    text += piece.text;
    from = piece.next;
  }
  return { text, pieces };
}

/** The lines of a table by the words of its head. */
function tableOf([head, ...lines]: readonly string[][]): Line[] {
  return lines.map((line) => {
    expect(line).toHaveLength(head!.length);
    return Object.fromEntries(line.map((cell, at) => [head![at]!, cell]));
  });
}

async function decisionsOf(app: RunningApp, cycleId: string, by?: string): Promise<Line[]> {
  const { text } = await fileOf((from) => app.call('exports/decisions', { cycleId, from }, by));
  expect(text.startsWith('\ufeff')).toBe(true);
  return tableOf(parseCsv(text.slice(1)));
}

interface Ledger {
  head: Map<string, string>;
  lines: Line[];
  pieces: number;
}

async function ledgerOf(app: RunningApp, cycleId: string, by?: string): Promise<Ledger> {
  const { text, pieces } = await fileOf((from) => app.call('exports/ledger', { cycleId, from }, by));
  const all = parseCsv(text.slice(1));
  const blank = all.findIndex((line) => line.length === 1);
  const head = new Map(all.slice(0, blank).map(([name, value]) => [name!, value!]));
  return { head, lines: tableOf(all.slice(blank + 1)), pieces };
}

/** The hash over the lines as a ledger is kept. */
const hashOf = (lines: readonly Line[]): string =>
  sha256(
    JSON.stringify(
      lines.map((line) => ({
        row: {
          accountId: line['account id'],
          ari: line['product id'],
          via: line['via'],
          groupId: line['group id'] || null,
        },
        disposition: line['disposition'],
        recordId: line['record id'] || null,
      })),
    ),
  );

test('one line of the decisions of a review answers who, which product, why billed, what, by whom, when, and the result', async () => {
  await withRecords(async (app) => {
    const { id: cycleId } = await cycleOf(app);
    const { groupId, ...row } = syncedRow;
    await app.call('route-outs/record', {
      accountId: row.accountId,
      ari: row.ari,
      groupId: groupId!,
      after: null,
      reason: 'Left the project.',
    });
    const planned = await app.call('local-actions/record', localAction(), who.owner);
    await moveRecord(app, planned, 'approve', who.reviewer);
    await app.call('sources/intend', await intend(app, 'legacy'));
    const lines = await decisionsOf(app, cycleId);
    expect(lines.map((line) => line['decision'])).toEqual(['Route-out', 'Local action', 'Standing decision']);
    expect(lines[0]).toMatchObject({
      person: 'Ada Celatum',
      product: jira.name,
      path: `Ada Celatum is in the group “engineering”, which gives atlassian/user on ${jira.name}.`,
      'why billed': expect.stringMatching(/^Billed/) as string,
      'owner of the path': 'idp-owned',
      'what was approved': expect.stringMatching(/^Hand it over to .*Okta/i) as string,
      found: expect.stringContaining('local paths keep the same access') as string,
      reason: 'Left the project.',
      'decided by': 'Olga Celatum',
      'decided at': expect.stringMatching(/^2026-.*Z$/) as string,
      result: expect.stringMatching(/^Handed over as IAM-\d+$/) as string,
      'in force': 'yes',
      review: cycleId,
      'account id': accounts.ada,
    });
    expect(lines[1]).toMatchObject({
      person: 'Cem Celatum',
      'what was approved': 'Remove the membership by hand.',
      'approved by': 'Rea Celatum',
      'approved at': expect.stringMatching(/Z$/) as string,
      result: 'Approved; nobody has taken it on yet',
      steps: expect.stringMatching(/approved by Rea Celatum: Done: approve\./) as string,
    });
    expect(lines[2]).toMatchObject({
      person: '',
      group: 'legacy',
      'what was approved': expect.stringMatching(
        /^Intended for all accounts of every domain, up to \d+ seats, until \d{4}-.*Fin Celatum answers for it\.$/,
      ) as string,
      result: 'In force',
    });
    // What is decided in the next review is no part of this one.
    await nextWeek(app);
    await app.call('exceptions/record', exception(app));
    expect(await decisionsOf(app, cycleId)).toHaveLength(3);
    expect((await decisionsOf(app, (await cycleOf(app)).id)).map((line) => line['decision'])).toEqual([
      'Exception',
    ]);
    const nowhere = { cycleId: 'cycle-2020-W01', from: 0 };
    expect(await app.reply('exports/decisions', nowhere)).toEqual(refusal('NOT_FOUND'));
  });
});

test('a register is a file with what has ended in it too, and nothing in it runs as a formula', async () => {
  await withRecords(async (app) => {
    const reason = '=HYPERLINK("https://x.example","pay")';
    await app.call('exceptions/record', exception(app, { reason, dependency: '+1\r\nmore, "quoted"' }));
    await app.call('exceptions/record', exception(app, { row: localRow, expiresOn: dayIn(app, 1) }));
    const formulas = ['-2+3', '@SUM(A1)', '+1'];
    for (const [i, formula] of formulas.entries()) {
      const rule = byAccount([accounts.ada, accounts.ben, accounts.dot][i]!);
      await app.call('protections/record', protect(app, rule, { reason: formula }));
    }
    await app.advance(3 * 86_400_000);
    const { text } = await fileOf((from) => app.call('exports/register', { kind: 'exception', from }));
    const lines = tableOf(parseCsv(text.slice(1)));
    expect(lines.map((line) => [line['in force'], line['result']])).toEqual([
      ['yes', 'In force'],
      ['no', 'No longer in force: its last day is over'],
    ]);
    expect(lines[0]!['reason']).toBe(`'${reason}`);
    expect(lines[0]!['what was approved']).toContain('Needed by: +1\r\nmore, "quoted"');
    const others = await fileOf((from) => app.call('exports/register', { kind: 'protection', from }));
    const protections = tableOf(parseCsv(others.text.slice(1)));
    expect(protections.map((line) => line['reason'])).toEqual(formulas.map((formula) => `'${formula}`));
    for (const cell of [...lines, ...protections].flatMap((line) => Object.values(line)))
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const empty = await app.call('exports/register', { kind: 'keep', from: 0 });
    expect(parseCsv(empty.text.slice(1))).toHaveLength(1);
    expect(empty.next).toBeNull();
  });
});

test('the ledger of an ended review says who closed it, counts to the end, and gives its hash again', async () => {
  const idle = { lastActive: { [jira.ari]: daysBefore(200) } };
  const world = withGroups([aGroup('idle', { grants: [grantOf(jira.ari)] })], members('idle', 230, idle));
  await withRecords(
    async (app) => {
      await app.call('sources/intend', await intend(app, 'legacy'));
      await app.call('holds/record', hold(app));
      const open = await app.call('cycle/get', {});
      const ask = { cycleId: open.cycle!.id, from: 0 };
      expect(await app.reply('exports/ledger', ask)).toEqual(refusal('NOT_FOUND', /not ended/));
      const { cycle } = await app.call('cycle/close', { cycleId: ask.cycleId, version: open.version });
      const ending = cycle!.ending!;
      const { head, lines, pieces } = await ledgerOf(app, ask.cycleId);
      expect(pieces).toBe(2);
      expect(hashOf(lines)).toBe(ending.ledgerHash);
      expect(Object.fromEntries(head)).toMatchObject({
        Review: ask.cycleId,
        State: 'closed',
        'Closed by': 'Olga Celatum',
        'Ended at': ending.at,
        'Paths with a finding': String(lines.length),
        'On hold': String(ending.rows.hold),
        'SHA-256 of the ledger': ending.ledgerHash,
      });
      expect(head.has('Paths of other sites, not listed below')).toBe(false);
      for (const [disposition, count] of Object.entries(ending.rows)) {
        expect(lines.filter((line) => line['disposition'] === disposition).length, disposition).toBe(count);
      }
      expect(lines.find((line) => line['disposition'] === 'hold')).toMatchObject({
        person: 'Ada Celatum',
        'what became of it': 'On hold',
        decision: 'Hold',
        reason: 'The team lead is asked.',
        'decided by': 'Olga Celatum',
      });
      // What was written down stays, whatever is decided later.
      await nextWeek(app);
      await app.call('exceptions/record', {
        ...exception(app),
        after: await newestOn(app, hold(app).row),
      });
      const later = await ledgerOf(app, ask.cycleId);
      expect(hashOf(later.lines)).toBe(ending.ledgerHash);
    },
    { world },
  );
});

test('who administers one site gets the lines of that site; the others are counted', async () => {
  await withRecords(async (app) => {
    const beta = {
      accountId: accounts.cem,
      ari: betaJira.ari,
      via: 'group',
      groupId: 'group-beta-users',
    } as const;
    await app.call('exceptions/record', exception(app, { row: beta }));
    await app.call('exceptions/record', exception(app));
    await app.call('protections/record', protect(app, byAccount(who.beta)));
    const { cycle, version } = await app.call('cycle/get', {});
    const cycleId = cycle!.id;
    await app.call('cycle/close', { cycleId, version });
    const texts = async (by: string): Promise<string[]> => [
      (await app.call('exports/decisions', { cycleId, from: 0 }, by)).text,
      (await app.call('exports/register', { kind: 'exception', from: 0 }, by)).text,
      (await app.call('exports/register', { kind: 'protection', from: 0 }, by)).text,
      (await app.call('exports/ledger', { cycleId, from: 0 }, by)).text,
    ];
    const all = await texts(who.auditor);
    for (const [at, text] of (await texts(who.jiraAdmin)).entries()) {
      expect(all[at]).toMatch(/cloud-beta|712020:bea/);
      expect(text).not.toMatch(/cloud-beta|712020:bea/);
    }
    const everywhere = await ledgerOf(app, cycleId, who.auditor);
    const here = await ledgerOf(app, cycleId, who.jiraAdmin);
    const hidden = Number(here.head.get('Paths of other sites, not listed below'));
    expect(hidden).toBeGreaterThan(0);
    expect(here.lines.length + hidden).toBe(everywhere.lines.length);
  });
});
