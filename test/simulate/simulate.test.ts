import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRun } from '../../local/simulate/seatpath/checks';
import { runSeatpath, type SeatpathRun } from '../../local/simulate/seatpath/run';
import { organizationOfWeeks } from '../../local/simulate/weeks';

const WEEKS = 7;

let run: SeatpathRun;
beforeAll(async () => {
  run = await runSeatpath(organizationOfWeeks(WEEKS, 7), WEEKS);
}, 180_000);
afterAll(() => run.desk.close());

/** Titles of what does not hold. */
const broken = (changed: Partial<SeatpathRun> = {}): string[] =>
  checkRun({ ...run, ...changed }).flatMap(({ title, against }) => (against.length > 0 ? [title] : []));

test('in the weeks of another seed everything holds, and there was something to hold', () => {
  expect(broken()).toEqual([]);
  for (const { title, of } of checkRun(run)) expect(of, title).toBeGreaterThan(0);
  const { outcome, routeOuts, savings } = run;
  expect(outcome.claimed).toBe(outcome.free);
  const states = new Set(routeOuts.map(({ record }) => record.state));
  for (const state of ['confirmed', 'sent', 'superseded']) expect(states).toContain(state);
  const ways = new Set(savings.flatMap(({ saving }) => saving.returned?.way ?? []));
  expect([...ways].sort()).toEqual(expect.arrayContaining(['default-on-invite', 'sync']));
});

test('each check finds the one thing that is wrong', () => {
  const settled = run.savings.findIndex(({ saving }) => saving.state === 'settled');
  const held = [...run.scans.at(-1)!.held.values()].find(({ accountId, ari }) =>
    run.desk.org.world.holdsSeat(accountId, ari),
  )!;
  const withSaving = (at: number, change: object): SeatpathRun['savings'] =>
    run.savings.map((line, i) => (i === at ? { ...line, saving: { ...line.saving, ...change } } : line));
  const claimsHeld = {
    seat: { ...run.savings[settled]!.saving.seat, ...held },
    returned: null,
    observed: null,
  };
  expect(broken({ savings: [...run.savings, { ...run.savings[settled]!, saving: { ...run.savings[settled]!.saving, ...claimsHeld } }] })).toEqual([
    'every settled saving is a seat that is truly free',
  ]); // prettier-ignore
  expect(broken({ savings: withSaving(settled, { state: 'observed' }) })).toEqual([
    'every seat that a decision freed, and that three scans saw gone, is settled',
  ]);

  const back = run.savings.findIndex(({ saving }) => saving.returned?.way === 'sync');
  const returned = { ...run.savings[back]!.saving.returned!, way: 'admin' as const };
  expect(broken({ savings: withSaving(back, { returned }) })).toEqual([
    'every seat that came back is found, with the way it took',
  ]);
  expect(broken({ savings: withSaving(back, { returned: null }) })).toEqual([
    'every seat that came back is found, with the way it took',
  ]);

  const routeOuts = run.routeOuts.map((line) =>
    line.record.kind === 'route-out' && line.record.state === 'sent'
      ? { ...line, record: { ...line.record, state: 'confirmed' as const } }
      : line,
  );
  expect(broken({ routeOuts })).toEqual(['every handed-over row is in the state that the world implies']);
  expect(broken({ routeOuts: run.routeOuts.slice(1) })).toEqual([
    'no row is lost: each that was recorded is there, and each person asked about has one',
  ]);

  const [first, ...others] = run.statements;
  const statement = { ...first!.statement, freed: first!.statement.freed + 1 };
  expect(broken({ statements: [{ ...first!, statement }, ...others] })).toEqual([
    'the lines of every statement add up',
  ]);
  expect(broken({ outcome: { ...run.outcome, protectedHit: 1 } })).toHaveLength(1);
});
