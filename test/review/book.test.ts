import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECORD_KINDS, type ReviewRecord } from '../../src/contracts/records';
import { newestBySubject, openBook } from '../../src/review/book';
import { voidBecause } from '../../src/review/sources/intent';
import { isInForce } from '../../src/review/standing';
import { take } from '../../src/review/states/step';
import { aRecord, sourceEvidence } from '../support/review-records';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-23T09:00:00Z');
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const LONG_TERMS = ['protection', 'source-attestation', 'settings-attestation', 'stewardship'] as const;

test('protections, attestations and stewards count until the end of their last day, and not a moment longer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...LONG_TERMS), fc.integer({ min: -3, max: 3 }), fc.nat(5)), {
        maxLength: 12,
      }),
      fc.constantFrom(0, 1, HOUR, DAY - 1),
      (plan, sinceMidnight) => {
        const midnight = START - (START % DAY);
        const now = midnight + sinceMidnight;
        const records = plan.map(([kind, days, fate], nth): ReviewRecord => {
          const record = aRecord(kind, { id: `record-${nth}`, expiresOn: dayOf(midnight + days * DAY) });
          if (record.kind === 'protection') record.rule = { by: 'group', groupId: `group-${nth}` };
          else if ('groupId' in record) record.groupId = `group-${nth}`;
          else record.cloudId = `site-${nth}`;
          return fate === 0 ? take(record, 'end', { at: record.recordedAt, by: 'me', note: '' }) : record;
        });
        const wanted = records.filter((_, nth) => plan[nth]![1] >= 0 && plan[nth]![2] !== 0);
        const { protections, attestations, settings, stewardships, rows, sources } = openBook(records, now);
        const kept = [protections, [...attestations.values()], [...settings.values()], [...stewardships.values()]].flat(); // prettier-ignore
        expect(new Set(kept)).toEqual(new Set(wanted));
        expect(new Set(records.filter((record) => isInForce(record, now)))).toEqual(new Set(wanted));
        expect([...rows, ...sources]).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});

test('everything with an end holds to the last moment of its last day, and a standing decision is void on the next', () => {
  const source = { ...sourceEvidence, seats: 1, outside: 0 };
  for (const lastDay of ['2026-11-23', '2026-12-31', '2027-02-28', '2028-02-29']) {
    const end = Date.parse(`${lastDay}T00:00:00Z`) + DAY;
    const kinds = RECORD_KINDS.filter((kind) => 'expiresOn' in aRecord(kind));
    expect(kinds).toHaveLength(9);
    for (const kind of kinds) {
      const record = { ...aRecord(kind), expiresOn: lastDay } as ReviewRecord;
      expect(isInForce(record, end - 1), kind).toBe(true);
      expect(isInForce(record, end), kind).toBe(false);
    }
    const intent = aRecord('intent', { expiresOn: lastDay });
    expect(voidBecause(intent, source, end - 1)).toBeNull();
    expect(voidBecause(intent, source, end)).toContain(lastDay);
  }
});

test('which record is the newest on its subject does not depend on the order in which they are read', () => {
  const chain = fc.record({
    group: fc.nat(2),
    // Few times, so that many are equal; clocks of two machines may also run backwards.
    times: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }),
    linked: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(chain, { maxLength: 4 }), fc.infiniteStream(fc.nat(1000)), (chains, order) => {
      const records = chains.flatMap(({ group, times, linked }, c) =>
        times.map((time, nth) =>
          aRecord('stewardship', {
            id: `record-${c}-${nth}`,
            groupId: `group-${group}`,
            recordedAt: new Date(START + time).toISOString(),
            supersedes: linked && nth > 0 ? `record-${c}-${nth - 1}` : null,
          }),
        ),
      );
      const shuffled = records
        .map((record) => ({ record, at: order.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ record }) => record);
      const newest = newestBySubject(records);
      expect([...newestBySubject(shuffled)].sort()).toEqual([...newest].sort());
      expect(newest.size).toBe(new Set(chains.map(({ group }) => group)).size);
      for (const { group, linked, times } of chains) {
        const alone = chains.filter((one) => one.group === group).length === 1;
        const found = [...newest.values()].find(
          (one) => 'groupId' in one && one.groupId === `group-${group}`,
        )!;
        const latest = Math.max(...times);
        // Whatever the clocks said, the end of a chain counts; without a chain, the latest does.
        if (alone && linked) expect(found.id.endsWith(`-${times.length - 1}`)).toBe(true);
        if (alone && !linked) expect(Date.parse(found.recordedAt)).toBe(START + latest);
      }
    }),
    { numRuns: 2000 },
  );
});
