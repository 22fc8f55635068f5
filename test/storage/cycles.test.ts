import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Cycle } from '../../src/contracts/cycles';
import type { QueueItem } from '../../src/contracts/queue';
import type { CycleRepository } from '../../src/usecases/ports';
import { type ChainHead, type ChainLink, findBrokenLink } from '../../src/evidence/chain';
import { INSTALLATION } from '../support/app';
import { sha256 } from '../support/records';
import { startStorage, type StorageHost } from './storage-host';

let storage: StorageHost;
const asApp: StorageHost['asApp'] = (work) => storage.asApp(work);
let cycles: CycleRepository;
let Conflict: new () => Error;

beforeAll(async () => {
  storage = await startStorage();
  cycles = (await import('../../src/storage/cycles')).cycleRepository(sha256);
  ({ Conflict } = await import('../../src/usecases/ports'));
});
beforeEach(() =>
  asApp(async () => {
    const { kvs } = await import('@forge/kvs');
    for (const { key, entity } of storage.host.inspect(INSTALLATION).entries()) {
      await (entity === '' ? kvs.delete(key) : kvs.entity(entity).delete(key));
    }
  }),
);
afterAll(() => storage.close());

const week = (number: number, change: Partial<Cycle> = {}): Cycle => ({
  schema: 1,
  id: `cycle-2026-W${number}`,
  state: 'collecting',
  dueAt: '2026-11-23T00:00:00.000Z',
  begunAt: '2026-11-23T09:00:00.000Z',
  opening: null,
  ending: null,
  digest: { issueKey: null },
  ...change,
});

const outcomes = async (...writes: Promise<unknown>[]): Promise<string[]> => {
  const settled = await Promise.allSettled(writes);
  return settled.map((one) =>
    one.status === 'fulfilled' ? 'stored' : one.reason instanceof Conflict ? 'conflict' : 'failed',
  );
};

function chain(): { links: ChainLink[]; head: ChainHead } {
  const entries = storage.host.inspect(INSTALLATION).entries();
  const links = entries
    .filter((entry) => entry.entity === 'event')
    .map((entry) => (entry.value as { body: ChainLink }).body);
  const head = entries.find((entry) => entry.key === 'chain-head')!.value as { body: ChainHead };
  return { links, head: head.body };
}

test('a cycle is begun once: of several at once one is stored, and it stands once in the list', async () => {
  await asApp(async () => {
    const said = await outcomes(...[1, 2, 3].map(() => cycles.begin(week(48))));
    expect(said.sort()).toEqual(['conflict', 'conflict', 'stored']);
    await expect(cycles.begin(week(48, { state: 'open' }))).rejects.toBeInstanceOf(Conflict);
    expect(await cycles.list()).toEqual([week(48)]);
  });
});

test('two cycles begun at the same moment lose nothing of each other: both are in the list, or one is told', async () => {
  await asApp(async () => {
    const said = await outcomes(cycles.begin(week(48)), cycles.begin(week(49)));
    expect(said.sort()).toEqual(['conflict', 'stored']);
    const [first] = await cycles.list();
    const other = first!.id === 'cycle-2026-W48' ? week(49) : week(48);
    expect(await cycles.get(other.id)).toBeNull();
    await cycles.begin(other);
    expect((await cycles.list()).map(({ id }) => id)).toEqual([other.id, first!.id]);
    expect(await cycles.latest()).toEqual({ cycle: other, version: 1 });
  });
});

test('a cycle is changed only by who has read it as it is, and each change is a link of the chain', async () => {
  await asApp(async () => {
    await cycles.begin(week(48));
    const open = week(48, { state: 'open' });
    await cycles.save([{ cycle: open, version: 1 }]);
    for (const version of [0, 1, 3]) {
      const late = { cycle: week(48, { state: 'lapsed' }), version };
      await expect(cycles.save([late]), String(version)).rejects.toBeInstanceOf(Conflict);
    }
    const closed = week(48, { state: 'closed' });
    const said = await outcomes(...[1, 2].map(() => cycles.save([{ cycle: closed, version: 2 }])));
    expect(said.sort()).toEqual(['conflict', 'stored']);
    expect(await cycles.get(open.id)).toEqual({ cycle: closed, version: 3 });
  });
  const { links, head } = chain();
  expect(links.map(({ body }) => (JSON.parse(body) as Cycle).state)).toEqual(['open', 'closed']);
  expect(findBrokenLink(links, head, sha256)).toBeNull();
});

test('one cycle lapses and the next one opens in the same write: both or neither', async () => {
  await asApp(async () => {
    await cycles.begin(week(48));
    await cycles.begin(week(49));
    const moves = (version: number): Parameters<CycleRepository['save']>[0] => [
      { cycle: week(48, { state: 'lapsed' }), version },
      { cycle: week(49, { state: 'open' }), version: 1 },
    ];
    await expect(cycles.save(moves(7))).rejects.toBeInstanceOf(Conflict);
    expect((await cycles.list()).map(({ state }) => state)).toEqual(['collecting', 'collecting']);
    await cycles.save(moves(1));
    expect((await cycles.list()).map(({ state }) => state)).toEqual(['open', 'lapsed']);
  });
  expect(chain().links.map(({ recordId }) => recordId)).toEqual(['cycle-2026-W48', 'cycle-2026-W49']);
});

test('what a cycle lists comes back under its hash, however long it is, and the same list is kept once', async () => {
  const item = (n: number): QueueItem => ({
    id: `item-${sha256(String(n)).slice(0, 24)}`,
    class: 'source-review',
    section: 'local-paths',
    finding: 'unproven-local',
    outcome: 'decide-source',
    ari: 'ari:cloud:jira-software::site/cloud-acme',
    groupId: `group-${n}`,
    cloudId: null,
    owner: 'local-group',
    people: Array.from({ length: 40 }, (_, i) => `712020:${sha256(`${n} ${i}`)}`),
    seats: n,
    freeable: 0,
    edits: 0,
    editOwners: [],
    reason: '',
    recordId: null,
    since: null,
    inQueue: n < 15,
  });
  await asApp(async () => {
    for (const count of [0, 1, 400]) {
      const items = Array.from({ length: count }, (_, n) => item(n));
      const hash = await cycles.keepItems(items);
      expect(await cycles.keepItems(items)).toBe(hash);
      expect(await cycles.items(hash)).toEqual(items);
    }
  });
});

test('the ages of seats come back as many and as old as they were kept, and can be forgotten', async () => {
  await asApp(async () => {
    for (const count of [0, 1, 7, 21, 5_000, 100_000]) {
      const ages = Uint32Array.from({ length: count }, (_, c) => (c % 3 === 0 ? 0 : 1_790_000_000 + c));
      const hash = await cycles.keepSeatAges(ages);
      expect(await cycles.seatAges(hash), String(count)).toEqual(ages);
      await cycles.forgetSeatAges(hash);
      await expect(cycles.seatAges(hash)).rejects.toThrow();
    }
  });
});

test('the groups of the first review are kept as they were', async () => {
  await asApp(async () => {
    await cycles.keepFirstGroups(['group-a', 'group-b']);
    expect(await cycles.firstGroups()).toEqual(['group-a', 'group-b']);
  });
});
