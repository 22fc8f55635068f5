import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CYCLE_STATES, type CycleState } from '../../src/contracts/cycles';
import { STANDING_STATES } from '../../src/contracts/record-base';
import { RECORD_KINDS, type RecordKind, ReviewRecord } from '../../src/contracts/records';
import { cycleAfter, type CycleMove, cycleTransitions } from '../../src/review/states/cycle-states';
import { isFinal, MOVE_NAMES, type MoveName, stepFor } from '../../src/review/states/machine';
import { refusalOf, take } from '../../src/review/states/step';
import { recordStates } from '../../src/review/states/tables';
import { aRecord, aRow } from '../support/review-records';
import { CYCLE, type Line, lineOf, linesOf, LIVES } from './lives';

/**
 * Three people decide; one merely administers the site, and two speak for an identity provider each. The app is
 * nobody’s second person.
 */
const CAST = [
  '712020:rae',
  '712020:ann',
  '712020:sue',
  '712020:adm',
  '712020:ida',
  '712020:ivo',
  'seatpath',
] as const;
type Player = (typeof CAST)[number];
const decides = (player: Player): boolean => ['712020:rae', '712020:ann', '712020:sue'].includes(player);
/** The made-up records are about the provider `idp-1`. */
const idpsOf = (player: Player): string[] =>
  player === '712020:ida' ? ['idp-1'] : player === '712020:ivo' ? ['idp-2'] : [];

interface ModelRecord {
  readonly kind: RecordKind;
  readonly askedBy: string;
  /** Whom it is about, if it is about one person. */
  readonly about: string | null;
  state: string;
  steps: number;
}
interface Model {
  readonly records: ModelRecord[];
  readonly cycles: CycleState[];
}
interface Real {
  readonly records: ReviewRecord[];
  readonly cycles: CycleState[];
}

/** What the model says to somebody’s try. */
function answerOf(record: ModelRecord, move: MoveName, player: Player): string {
  const line = lineOf(LIVES[record.kind].text, record.state, move);
  if (line === undefined) return 'no-such-step';
  if (line.by === 'the app') return player === 'seatpath' ? 'yes' : 'not-allowed';
  if (player === 'seatpath') return 'not-allowed';
  if (line.by === 'an admin') return 'yes';
  const involved = player === record.askedBy || player === record.about;
  if (line.by === 'an identity owner') return player === '712020:ida' ? 'yes' : 'not-allowed';
  if (line.by === 'another identity owner') {
    if (player !== '712020:ida') return 'not-allowed';
    return involved ? 'second-person' : 'yes';
  }
  if (!decides(player)) return 'not-allowed';
  return line.by === 'somebody else' && involved ? 'second-person' : 'yes';
}

let tried = 0;
const answers = new Map<string, number>();
const count = (answer: string): void => {
  tried += 1;
  answers.set(answer, (answers.get(answer) ?? 0) + 1);
};

type Try = fc.Command<Model, Real>;

/** Somebody records a decision, on himself or on another, in any state that it may begin in. */
function recordIt(kind: RecordKind, by: Player, about: Player, nth: number): Try {
  return {
    check: () => true,
    toString: () => `${by} records ${kind} about ${about}`,
    run: (model, real) => {
      const { begins } = LIVES[kind];
      const state = begins[nth % begins.length]!;
      const record = ReviewRecord.parse({ ...aRecord(kind), recordedBy: by, state });
      if ('row' in record) record.row = { ...aRow, accountId: about };
      if (record.kind === 'protection' && nth % 2 === 0) record.rule = { by: 'account', accountId: about };
      else if (record.kind === 'protection') record.rule = { by: 'group', groupId: about };
      const isAbout = 'row' in record || (record.kind === 'protection' && nth % 2 === 0);
      model.records.push({ kind, askedBy: by, about: isAbout ? about : null, state, steps: 0 });
      real.records.push(record);
      count('recorded');
    },
  };
}

/** Somebody tries a move on one of the records. */
function tryIt(at: number, move: MoveName, by: Player): Try {
  return {
    check: ({ records }) => records.length > 0,
    toString: () => `${by} tries ${move} on ${at}`,
    run: (model, real) => {
      const known = model.records[at % model.records.length]!;
      const record = real.records[at % real.records.length]!;
      const answer = answerOf(known, move, by);
      const before = structuredClone(record);
      const step = { at: '2026-11-24T09:00:00.000Z', by, note: move };
      const actor = { accountId: by, decides: decides(by), idpIds: idpsOf(by), groups: [] };
      expect(refusalOf(record, move, actor) ?? 'yes').toBe(answer);
      if (answer === 'no-such-step') expect(() => take(record, move, step)).toThrow(/knows no/);
      if (answer === 'yes') {
        const moved = take(record, move, step);
        known.state = lineOf(LIVES[known.kind].text, known.state, move)!.to;
        known.steps += 1;
        // A step is added at the end; nothing else of a record ever changes.
        const steps = [...before.steps, { to: known.state, ...step }];
        expect(moved).toEqual({ ...before, state: known.state, steps });
        expect(ReviewRecord.parse(moved)).toEqual(moved);
        real.records[at % real.records.length] = moved;
      }
      expect(record).toEqual(before);
      const now = real.records[at % real.records.length]!;
      expect(now.state).toBe(known.state);
      expect(now.steps).toHaveLength(known.steps);
      expect(isFinal(recordStates[now.kind], now.state)).toBe(LIVES[now.kind].ends.includes(now.state));
      count(answer);
    },
  };
}

const CYCLE_MOVES: readonly CycleMove[] = ['open', 'close', 'close-empty', 'lapse'];

/** A move of a cycle; every fourth try begins a new one. */
function tryCycle(at: number, move: CycleMove): Try {
  return {
    check: () => true,
    toString: () => `${move} cycle ${at}`,
    run: (model, real) => {
      if (at % 4 === 0) {
        model.cycles.push('collecting');
        real.cycles.push('collecting');
      }
      const nth = at % Math.max(1, model.cycles.length);
      const state = model.cycles[nth];
      if (state === undefined) return;
      const to = lineOf(CYCLE, state, move)?.to ?? null;
      expect(cycleAfter(real.cycles[nth]!, move)).toBe(to);
      if (state === 'closed' || state === 'lapsed') expect(to).toBeNull();
      model.cycles[nth] = (to ?? state) as CycleState;
      real.cycles[nth] = cycleAfter(real.cycles[nth]!, move) ?? real.cycles[nth]!;
      expect(real.cycles).toEqual(model.cycles);
      count(to === null ? 'cycle stays' : 'cycle moves');
    },
  };
}

test('whatever people try on records and reviews, only what is written down happens', () => {
  const player = fc.constantFrom(...CAST);
  const person = fc.constantFrom(...CAST.filter(decides));
  const tries = fc.commands(
    [
      fc.tuple(fc.constantFrom(...RECORD_KINDS), person, person, fc.nat(3)).map((one) => recordIt(...one)),
      ...[1, 2, 3, 4].map(() =>
        fc
          .tuple(fc.nat(5), fc.constantFrom(...MOVE_NAMES, 'approve' as const, 'approve' as const), player)
          .map((one) => tryIt(...one)),
      ),
      fc.tuple(fc.nat(9), fc.constantFrom(...CYCLE_MOVES)).map((one) => tryCycle(...one)),
    ],
    { maxCommands: 120, size: 'max' },
  );
  fc.assert(
    fc.property(tries, (commands) => {
      fc.modelRun(
        () => ({ model: { records: [], cycles: [] }, real: { records: [], cycles: [] } }),
        commands,
      );
    }),
    { numRuns: 1000 },
  );
  expect(tried).toBeGreaterThan(20_000);
  const least = Math.min(
    ...['yes', 'second-person', 'not-allowed', 'no-such-step', 'cycle moves'].map(
      (answer) => answers.get(answer) ?? 0,
    ),
  );
  expect(least).toBeGreaterThan(50);
}, 120_000);

test('every step of the tables is written down here, and nothing more', () => {
  const movers = { decider: 'a decider', 'second-person': 'somebody else', 'site-admin': 'an admin', 'identity-owner': 'an identity owner', 'other-identity-owner': 'another identity owner', seatpath: 'the app' }; // prettier-ignore
  for (const kind of RECORD_KINDS) {
    const table = recordStates[kind];
    const told = table.transitions.map(({ from, move, to, by }) => ({ from, move, to, by: movers[by] }));
    expect(new Set(told), kind).toEqual(new Set(linesOf(LIVES[kind].text)));
    expect(told).toHaveLength(linesOf(LIVES[kind].text).length);
    expect(table.of).toBe(kind);
    expect(table.initial).toEqual(LIVES[kind].begins);
    for (const { because } of table.transitions) expect(because).toMatch(/^[A-Z].+\.$/);
  }
  const cycles = cycleTransitions.map(({ from, move, to, by }) => ({ from, move, to, by: movers[by] }));
  expect(new Set(cycles)).toEqual(new Set(linesOf(CYCLE)));
  const used = RECORD_KINDS.flatMap((kind) => recordStates[kind].transitions.map(({ move }) => move));
  expect(new Set(used)).toEqual(new Set(MOVE_NAMES));
});

/** The states that can come, from those that a thing begins in. */
function reachable(lines: readonly Line[], begins: readonly string[]): Set<string> {
  const reached = new Set(begins);
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    for (const { from, to } of lines) if (reached.has(from)) reached.add(to);
  }
  return reached;
}

/** An attempt stood as a decision does before it had a state of its own; it is read as refused. */
const isOfBefore = (kind: RecordKind, state: string): boolean =>
  kind === 'override-attempt' && STANDING_STATES.some((one) => one === state);

test('each state that a record may be stored in can be reached, and no other one', () => {
  const every = new Set(RECORD_KINDS.flatMap((kind) => LIVES[kind].states));
  for (const kind of RECORD_KINDS) {
    const { transitions, initial } = recordStates[kind];
    expect(reachable(transitions, initial), kind).toEqual(new Set(LIVES[kind].states));
    for (const state of every) {
      const read = ReviewRecord.safeParse({ ...aRecord(kind), state });
      const isOwn = LIVES[kind].states.includes(state);
      expect(read.success, `${kind} ${state}`).toBe(isOwn || isOfBefore(kind, state));
      if (read.success) expect(LIVES[kind].states, `${kind} ${state}`).toContain(read.data.state);
      if (isOwn) expect(read.data?.state, `${kind} ${state}`).toBe(state);
      const stays = MOVE_NAMES.every((move) => stepFor(recordStates[kind], state, move) === null);
      if (LIVES[kind].ends.includes(state)) expect(stays, `${kind} ${state}`).toBe(true);
    }
  }
  expect(reachable(cycleTransitions, ['collecting'])).toEqual(new Set(CYCLE_STATES));
});
