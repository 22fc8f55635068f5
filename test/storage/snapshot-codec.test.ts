import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/contracts/snapshot';
import { decodeSnapshot, encodeSnapshot } from '../../src/storage/snapshot-codec';
import { fromChunks, toChunks } from '../../src/storage/text-chunks';
import { valueBytes } from '../../local/host/kvs/limits';
import { arbitraryOrg } from '../properties/arbitrary-org';
import { neverRead, snapshotOfOrg } from '../properties/snapshot-of-org';
import { anOrg } from '../support/org-builder';
import { reviewOrg } from '../support/review-org';
import { largeSnapshot } from './large-snapshot';
import { readStored } from './stored-entries';

const roundTrip = (snapshot: Snapshot): Snapshot =>
  decodeSnapshot(fromChunks(toChunks(encodeSnapshot(snapshot))));

test('a snapshot comes back from its bytes as it was, whatever the organization', () => {
  fc.assert(
    fc.property(arbitraryOrg, fc.boolean(), (org, deep) => {
      const snapshot = snapshotOfOrg(org, deep);
      expect(roundTrip(snapshot)).toEqual(snapshot);
    }),
    { numRuns: 150 },
  );
});

test('an organization with nobody and nothing in it comes back too', () => {
  const empty = snapshotOfOrg(anOrg(), false);
  expect(roundTrip(empty)).toEqual(empty);
});

test('names in any script, unknown times and activity that was never or could not be read come back', () => {
  const snapshot = snapshotOfOrg(reviewOrg(), true);
  const odd: Snapshot = {
    ...snapshot,
    org: { id: 'o', name: 'Ünïcødé 組織 \u202e😀 "quoted" \u0000' },
    groups: { ...snapshot.groups, names: snapshot.groups.ids.map((id, i) => `${'名'.repeat(i * 50)} ${id}`) },
    accounts: { ...snapshot.accounts, addedToOrg: snapshot.accounts.addedToOrg.map(() => Number.NaN) },
    activity: {
      ...snapshot.activity,
      at: snapshot.activity.at.map((_, i) => [-1, -2, 0, 8.64e15][i % 4]!),
    },
  };
  expect(roundTrip(odd)).toEqual(odd);
});

test('what the audit log and the addresses told comes back, every bit of it', () => {
  const snapshot = snapshotOfOrg(reviewOrg(), true);
  const accounts = snapshot.accounts.ids.length;
  const told: Snapshot = {
    ...snapshot,
    emailPatterns: ['svc-*@acme.example', '*'],
    accounts: { ...snapshot.accounts, emailMatches: new Uint32Array(accounts).fill(2 ** 32 - 1) },
    history: {
      state: 'read',
      since: Date.parse('2026-05-27T09:00:00Z'),
      entries: {
        account: Uint32Array.of(0, 0, 3),
        group: Uint32Array.of(1, 2, 0),
        at: Float64Array.of(1, 8.64e15, 1_790_000_000_123),
        cause: { values: ['admin', 'unknown'], codes: Uint8Array.of(0, 1, 0) },
        actor: ['712020:ada', 'Okta', 'unknown'],
      },
      tokenUse: Float64Array.from({ length: accounts }, (_, i) => (i % 2 === 0 ? NaN : i)),
      defaultChanges: [{ group: 1, resource: 0, at: 5 }],
      ignored: 12_345,
    },
  };
  expect(roundTrip(told)).toEqual(told);
  const refused: Snapshot = { ...told, history: { ...told.history, state: 'refused', since: NaN } };
  expect(roundTrip(refused)).toEqual(refused);
});

test('a snapshot of the first format comes back whole, with addresses unknown and the log not asked for', () => {
  const entries = readStored('./stored-by-schema-1.json');
  const chunk = entries.find(({ key }) => key.startsWith('snapshot:'))!.value as string;
  const bytes = Buffer.from(fromChunks([chunk]));
  expect(bytes.toString('latin1')).toContain('seatpath-snapshot/1');
  const snapshot = decodeSnapshot(bytes);
  const accounts = snapshot.accounts.ids.length;
  expect(accounts).toBeGreaterThan(5);
  expect(snapshot.memberships.offsets).toHaveLength(accounts + 1);
  expect(snapshot.accounts.domain).toEqual({ values: ['unknown'], codes: new Uint16Array(accounts) });
  expect(snapshot.accounts.emailMatches).toEqual(new Uint32Array(accounts));
  expect(snapshot.emailPatterns).toEqual([]);
  expect(snapshot.history).toEqual(neverRead(accounts));
  // Stored again it is one of today's, and says the same.
  expect(roundTrip(snapshot)).toEqual(snapshot);
});

test('the bytes of a snapshot can lie anywhere in a buffer', () => {
  const snapshot = snapshotOfOrg(reviewOrg(), false);
  const bytes = encodeSnapshot(snapshot);
  for (const offset of [1, 3, 8]) {
    const moved = new Uint8Array(bytes.length + offset);
    moved.set(bytes, offset);
    expect(decodeSnapshot(moved.subarray(offset))).toEqual(snapshot);
  }
});

test('bytes that are no snapshot, or one of another format, are refused and never read as one', () => {
  const bytes = Buffer.from(encodeSnapshot(snapshotOfOrg(reviewOrg(), false)));
  const other = Buffer.from(
    bytes.toString('latin1').replace('seatpath-snapshot/2', 'seatpath-snapshot/9'),
    'latin1',
  );
  expect(() => decodeSnapshot(other)).toThrow(/format/);
  for (const length of [0, 3, 4, 40, 400, bytes.length - 1]) {
    expect(() => decodeSnapshot(bytes.subarray(0, length)), String(length)).toThrow();
  }
  expect(() => decodeSnapshot(Buffer.concat([bytes, Buffer.from([0])]))).toThrow();
  expect(() => fromChunks(['no base-64 of anything deflated'])).toThrow();
});

test('100,000 accounts fit values under the limit, take 60 KB a thousand at the most, and come back', () => {
  const snapshot = largeSnapshot(100_000);
  const began = performance.now();
  const texts = toChunks(encodeSnapshot(snapshot));
  const back = decodeSnapshot(fromChunks(texts));
  const seconds = (performance.now() - began) / 1000;
  expect(back).toEqual(snapshot);
  for (const text of texts) expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThanOrEqual(valueBytes);
  const stored = texts.reduce((total, text) => total + text.length, 0);
  const perThousand = stored / 100;
  expect(perThousand).toBeLessThanOrEqual(60_000);
  // Random ids cannot be made smaller than this: below it something would be missing.
  expect(perThousand).toBeGreaterThan(10_000);
  expect(seconds).toBeLessThan(20);
});

test('chunks of any text are cut and joined without a loss, none over the limit of a value', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.integer({ min: 1, max: 400 }), (bytes, times) => {
      const long = Buffer.concat(Array.from({ length: times }, (_, i) => Buffer.from([...bytes, i % 256])));
      const texts = toChunks(long);
      expect(Buffer.compare(Buffer.from(fromChunks(texts)), long)).toBe(0);
      for (const text of texts)
        expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThanOrEqual(valueBytes);
    }),
    { numRuns: 60 },
  );
  expect(fromChunks(toChunks(new Uint8Array()))).toHaveLength(0);
});
