import { expect, test } from 'vitest';
import type { AccountTable, Snapshot } from '../../src/contracts/snapshot';
import { AccountFacts } from '../../src/snapshot/parts';
import { finishScan } from '../../src/snapshot/scan';
import { newScan, ScanState } from '../../src/snapshot/scan-state';
import { wideColumn } from '../../src/snapshot/wide-column';
import { aUser } from '../support/org-builder';
import { memoryStore, scanOn } from './support/scan';
import { serve, type Served } from './support/served';
import { smallOrg } from './support/worlds';

const PATTERNS = ['svc-*@acme.example', '*@BOTS.example', '*'];
const users = [
  aUser('ada', { email: 'Ada.Lovelace@Acme.Example' }),
  aUser('bot', { email: 'build@bots.example' }),
  aUser('hid', { email: null }),
  aUser('svc', { email: 'SVC-nightly@acme.example' }),
];
const org = smallOrg({ users, groups: [], identityProviders: [] });

async function snapshotWith(served: Served, patterns: readonly string[]): Promise<Snapshot> {
  const store = memoryStore(undefined, patterns);
  // Stopped after every step: the patterns come out of what was stored.
  for (;;) {
    let left = 1;
    const outcome = await scanOn(served, store, { mayGoOn: () => left-- > 0 });
    if (outcome.ended === 'finished') return finishScan(outcome.state, outcome.collected, {}).snapshot;
  }
}

const domainsOf = ({ domain }: AccountTable): string[] =>
  Array.from(domain.codes, (code) => domain.values[code]!);

test('of an address its domain and the patterns that it matches are kept, and nothing else', async () => {
  await serve(org, async (served) => {
    const snapshot = await snapshotWith(served, PATTERNS);
    expect(snapshot.accounts.ids).toEqual(users.map((user) => user.accountId));
    expect(domainsOf(snapshot.accounts)).toEqual(['acme.example', 'bots.example', 'unknown', 'acme.example']);
    expect(snapshot.emailPatterns).toEqual(['svc-*@acme.example', '*@bots.example', '*']);
    expect([...snapshot.accounts.emailMatches]).toEqual([0b100, 0b110, 0, 0b101]);
    expect(JSON.stringify(snapshot)).not.toMatch(/lovelace|nightly/i);
  });
});

test('without patterns nothing matches, and the domains are there all the same', async () => {
  await serve(org, async (served) => {
    const snapshot = await snapshotWith(served, []);
    expect([...snapshot.accounts.emailMatches]).toEqual([0, 0, 0, 0]);
    expect(domainsOf(snapshot.accounts)[0]).toBe('acme.example');
  });
});

test('a state and a part stored before there were patterns are read as having none', () => {
  const { emailPatterns, ...before } = newScan('scan-1', '2026-11-23T09:00:00.000Z', ['a*']);
  expect(emailPatterns).toEqual(['a*']);
  expect(ScanState.parse(before).emailPatterns).toEqual([]);
  const facts = {
    id: 'a',
    type: null,
    accountStatus: null,
    membershipStatus: null,
    status: null,
    claimStatus: null,
    managementSource: null,
    service: false,
    emailHash: null,
    addedToOrg: null,
    resources: null,
    groups: null,
    activity: null,
  };
  expect(AccountFacts.parse(facts)).toMatchObject({ domain: null, emailMatches: 0 });
});

test('a scan takes thirty-two patterns and no more', () => {
  const many = Array.from({ length: 33 }, (_, p) => `${p}-*`);
  expect(newScan('s', '2026-11-23T09:00:00.000Z', many.slice(1)).emailPatterns).toHaveLength(32);
  expect(() => newScan('s', '2026-11-23T09:00:00.000Z', many)).toThrow(/32/);
});

test('domains too many for two bytes become one, the others stay what they are', () => {
  const texts = Array.from({ length: 70_000 }, (_, d) => `d${String(d).padStart(6, '0')}.example`);
  const column = wideColumn(texts, Uint32Array.from(texts, (_, d) => d).reverse());
  expect(column.values).toHaveLength(65_536);
  const told = Array.from(column.codes, (code) => column.values[code]!).reverse();
  expect(told.slice(0, 65_535)).toEqual(texts.slice(0, 65_535));
  expect(new Set(told.slice(65_535))).toEqual(new Set(['other']));
});
