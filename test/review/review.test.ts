import fc from 'fast-check';
import { BOUNDARY_MAX_DAYS } from '../../src/contracts/overrides';
import { expect, test } from 'vitest';
import {
  EXCEPTION_MAX_DAYS,
  HOLD_MAX_DAYS,
  type RecordKind,
  REVIEW_MAX_DAYS,
} from '../../src/contracts/records';
import { DECISIONS, OWNERS } from '../../src/contracts/vocabulary';
import { endOfQuarter, hasExpired, termProblem } from '../../src/review/terms';
import { permittedOutcomes } from '../../src/review/outcomes';

const DAY = 86_400_000;
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const NOON = Date.parse('2026-11-23T12:00:00Z');

test('only a path that the identity provider owns can be handed over, and it is never removed here', () => {
  for (const owner of OWNERS) {
    for (const decision of DECISIONS) {
      const outcomes = permittedOutcomes({ owner, decision });
      expect(outcomes.includes('route-out'), `${owner} ${decision}`).toBe(
        owner === 'idp-owned' && decision !== 'hold' && decision !== 'none',
      );
      if (owner === 'idp-owned') {
        expect(outcomes).not.toContain('local-removal');
        expect(outcomes).not.toContain('default-redesign');
      }
      expect(outcomes.includes('default-redesign') && owner !== 'default-group').toBe(false);
    }
  }
});

test('a path whose owner is not known, or is held, can be changed by nobody', () => {
  for (const decision of DECISIONS.filter((one) => one !== 'none')) {
    expect(permittedOutcomes({ owner: 'unknown', decision })).toEqual(['hold']);
    expect(permittedOutcomes({ owner: 'inferred', decision })).toEqual(['hold']);
  }
  for (const owner of OWNERS) {
    const held = permittedOutcomes({ owner, decision: 'hold' });
    expect(held).toContain('hold');
    for (const change of ['route-out', 'local-removal', 'default-redesign'] as const) {
      expect(held).not.toContain(change);
    }
    expect(permittedOutcomes({ owner, decision: 'none' })).toEqual([]);
  }
});

const expiryProblem = (last: string, now: number): string | null => termProblem('exception', last, now);

test('an exception may end on any day from tomorrow to the last one allowed', () => {
  expect(expiryProblem(day(NOON), NOON)).toMatch(/after today/);
  expect(expiryProblem(day(NOON - DAY), NOON)).toMatch(/after today/);
  expect(expiryProblem(day(NOON + DAY), NOON)).toBeNull();
  expect(expiryProblem(day(NOON + EXCEPTION_MAX_DAYS * DAY), NOON)).toBeNull();
  expect(expiryProblem(day(NOON + (EXCEPTION_MAX_DAYS + 1) * DAY), NOON)).toMatch(/180 days.*2027-05-22/);
});

test('an exception that may be made has not expired yet, and has after its last day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: -10, max: 200 }), (start, days) => {
      const now = NOON + start * DAY;
      const last = day(now + days * DAY);
      const permitted = expiryProblem(last, now) === null;
      expect(permitted).toBe(days >= 1 && days <= EXCEPTION_MAX_DAYS);
      expect(hasExpired(last, now)).toBe(days < 0);
      if (permitted) {
        expect(hasExpired(last, now + days * DAY)).toBe(false);
        expect(hasExpired(last, now + (days + 1) * DAY)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('the day of an exception does not depend on the hour at which it is made', () => {
  for (const hour of [0, 1, 11, 22, 23]) {
    const now = Date.parse('2026-11-23T00:00:00Z') + hour * 3_600_000;
    expect(expiryProblem('2026-11-23', now), String(hour)).not.toBeNull();
    expect(expiryProblem('2026-11-24', now), String(hour)).toBeNull();
    expect(hasExpired('2026-11-23', now)).toBe(false);
    expect(hasExpired('2026-11-22', now)).toBe(true);
  }
});

test('whatever holds until a day has a longest term of its own, and asks for a day after today', () => {
  const longest: Partial<Record<RecordKind, number>> = {
    exception: EXCEPTION_MAX_DAYS,
    hold: HOLD_MAX_DAYS,
    keep: REVIEW_MAX_DAYS,
    intent: REVIEW_MAX_DAYS,
    protection: REVIEW_MAX_DAYS,
    'source-attestation': REVIEW_MAX_DAYS,
    stewardship: REVIEW_MAX_DAYS,
    'boundary-exception': BOUNDARY_MAX_DAYS,
  };
  for (const [kind, days] of Object.entries(longest) as [RecordKind, number][]) {
    expect(termProblem(kind, day(NOON), NOON), kind).toMatch(/must end after today/);
    expect(termProblem(kind, day(NOON + DAY), NOON), kind).toBeNull();
    expect(termProblem(kind, day(NOON + days * DAY), NOON), kind).toBeNull();
    expect(termProblem(kind, day(NOON + (days + 1) * DAY), NOON), kind).toContain(`for ${days} days at most`);
  }
  expect([HOLD_MAX_DAYS, EXCEPTION_MAX_DAYS, REVIEW_MAX_DAYS]).toEqual([60, 180, 365]);
  for (const kind of ['route-out', 'local-action', 'redesign', 'settings-attestation'] as const) {
    expect(termProblem(kind, day(NOON - DAY), NOON), kind).toBeNull();
  }
});

test('a quarter ends with its last day, in every month of the year', () => {
  const ends = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'];
  for (let month = 0; month < 12; month += 1) {
    for (const moment of [Date.UTC(2026, month, 1), Date.UTC(2026, month + 1, 1) - 1]) {
      expect(endOfQuarter(moment), new Date(moment).toISOString()).toBe(ends[Math.floor(month / 3)]);
    }
  }
});
