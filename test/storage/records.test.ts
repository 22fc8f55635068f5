import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessException, type Hold, ReviewRecord } from '../../src/contracts/records';
import { type ChainHead, type ChainLink, findBrokenLink } from '../../src/evidence/chain';
import { take } from '../../src/review/states/step';
import { subjectOf } from '../../src/review/subjects';
import type { OpenLog } from '../../src/storage/record-log';
import type { RecordRepository } from '../../src/usecases/ports';
import { INSTALLATION } from '../support/app';
import { sha256 } from '../support/records';
import { aRecord } from '../support/review-records';
import { readStored } from './stored-entries';
import { startStorage, type StorageHost } from './storage-host';

let storage: StorageHost;
const asApp: StorageHost['asApp'] = (work) => storage.asApp(work);
let Conflict: new () => Error;
/** A repository of a process of its own, that remembers nothing of the others. */
let repository: () => RecordRepository;
/** A repository over what a process remembers. */
let remembering: (memory: Map<string, { log: OpenLog }>) => RecordRepository;
let stored: AccessException;

beforeAll(async () => {
  storage = await startStorage();
  ({ Conflict } = await import('../../src/usecases/ports'));
  const { recordRepository } = await import('../../src/storage/records');
  remembering = (memory) =>
    recordRepository({
      sha256,
      subjectOf,
      rememberLog: async (make) => {
        const kept = memory.get('log') ?? (await make());
        memory.set('log', kept);
        return kept;
      },
    });
  repository = () => remembering(new Map());
  const { ReviewRecord: Schema } = await import('../../src/contracts/records');
  const entry = readStored('stored-by-schema-1.json').find(({ key }) => key.startsWith('record:exception-'))!;
  stored = Schema.parse((entry.value as { body: unknown }).body) as AccessException;
});
afterAll(() => storage.close());

/** An exception of its own subject. */
function anException(name: string, change: Partial<AccessException> = {}): AccessException {
  return {
    ...stored,
    id: `exception-${name}`,
    row: { ...stored.row, accountId: `712020:${name}` },
    ...change,
  };
}

const holdAfter = (record: ReviewRecord & { row: AccessException['row'] }, id: string): Hold => ({
  schema: 1,
  id,
  kind: 'hold',
  state: 'standing',
  reason: 'Not decided yet.',
  recordedAt: record.recordedAt,
  recordedBy: '712020:rea',
  supersedes: record.id,
  cycleId: null,
  steps: [],
  row: record.row,
  evidence: stored.evidence,
  batchId: null,
  ownedBy: '712020:fin',
  expiresOn: '2026-12-24',
  condition: null,
});
const superseded = (record: AccessException): AccessException =>
  take(record, 'supersede', { at: record.recordedAt, by: '712020:rea', note: 'Replaced.' });

function expectChainHolds(): void {
  const entries = storage.host.inspect(INSTALLATION).entries();
  const links = entries.flatMap((entry) =>
    entry.entity === 'event' ? [(entry.value as { body: ChainLink }).body] : [],
  );
  const head = (entries.find((entry) => entry.key === 'chain-head')!.value as { body: ChainHead }).body;
  expect(findBrokenLink(links, head, sha256)).toBeNull();
}

test('a process that remembers reads on where it stopped, and one that begins tells the same', async () => {
  const memory = new Map<string, { log: OpenLog }>();
  const [ada, ben] = [anException('ada'), anException('ben')];
  await asApp(async () => {
    await repository().add(ada, null);
    expect(await remembering(memory).list('exception')).toEqual(await repository().list('exception'));
    await repository().add(ben, null);
    await repository().add(holdAfter(ada, 'hold-ada'), { record: superseded(ada), version: 1 });
    const seen = remembering(memory);
    expect((await seen.list('exception')).map(({ id }) => id)).toEqual([ben.id, ada.id]);
    expect((await seen.newest(subjectOf(ada)))?.record.id).toBe('hold-ada');
    expect(await seen.listStored('exception')).toEqual(await repository().listStored('exception'));
    expect(await seen.get(ada.id)).toEqual((await seen.listStored('exception')).at(-1));
  });
});

test('an attempt that was stored before it had a state of its own is read as refused, not passed over', () => {
  const attempt = aRecord('override-attempt');
  for (const state of ['standing', 'ended', 'superseded'])
    expect(ReviewRecord.parse({ ...attempt, state }), state).toEqual(ReviewRecord.parse(attempt));
  expect(ReviewRecord.parse(attempt).state).toBe('refused');
  expect(ReviewRecord.safeParse({ ...attempt, state: 'approved' }).success).toBe(false);
});

test('what is remembered of another chain is forgotten, not mixed in', async () => {
  const memory = new Map<string, { log: OpenLog }>();
  await asApp(async () => {
    const truth = await repository().listStored('exception');
    await remembering(memory).list('exception');
    const { log } = memory.get('log')!;
    for (const head of [
      { sequence: log.head.body.sequence, hash: 'another' },
      { sequence: log.head.body.sequence + 5, hash: 'ahead of this chain' },
      { sequence: log.head.body.sequence - 1, hash: 'another' },
    ]) {
      const byId = new Map([['exception-nowhere', { record: anException('nowhere'), version: 1 }]]);
      memory.set('log', { log: { ...log, head: { version: 1, body: head }, byId } });
      expect(await remembering(memory).listStored('exception')).toEqual(truth);
    }
  });
});

test('after many links a process begins from a checkpoint, and tells the same as the whole chain', async () => {
  const { kvs } = await import('@forge/kvs');
  await asApp(async () => {
    const gil = anException('gil');
    const writer = remembering(new Map());
    await writer.add(gil, null);
    let last = gil.id;
    for (let n = 0; n < 260; n += 1) {
      const next = anException('gil', { id: `exception-gil-${n}`, supersedes: last });
      await writer.add(next, null);
      last = next.id;
      if (n % 100 === 0) await storage.clock.reach(storage.clock.now() + 60_000);
    }
    await storage.clock.reach(storage.clock.now() + 60_000);
    const whole = await repository().listStored('exception');
    expect(await kvs.entity('document').get('record-checkpoint')).toBeDefined();
    // Links below the checkpoint are not read any more.
    const lost = await kvs.entity<{ body: unknown }>('event').get('event:000000002');
    await kvs.entity('event').delete('event:000000002');
    expect(await repository().listStored('exception')).toEqual(whole);
    expect((await repository().newest(subjectOf(gil)))?.record.id).toBe('exception-gil-259');
    await kvs.entity('event').set('event:000000002', lost!);
    await storage.clock.reach(storage.clock.now() + 60_000);
  });
  expectChainHolds();
});

test('a checkpoint that was changed since is not believed: the chain is read instead', async () => {
  const { kvs } = await import('@forge/kvs');
  const { loadBlob, saveBlob } = await import('../../src/storage/blobs');
  await asApp(async () => {
    const truth = await repository().listStored('exception');
    await storage.clock.reach(storage.clock.now() + 60_000);
    const kept = await kvs.entity<{ body: { name: string } }>('document').get('record-checkpoint');
    const { name } = kept!.body;
    const bytes = await loadBlob(name);
    const changed = new TextDecoder().decode(bytes).replaceAll(stored.reason, 'Another reason.');
    await saveBlob(name, new TextEncoder().encode(changed));
    expect(await repository().listStored('exception')).toEqual(truth);
    await saveBlob(name, bytes);
    await storage.clock.reach(storage.clock.now() + 60_000);
  });
});

test('many processes that look at once, and one that looks many times at once, see the same', async () => {
  const memory = new Map<string, { log: OpenLog }>();
  await asApp(async () => {
    const looks = [repository(), repository(), ...[1, 2, 3].map(() => remembering(memory))];
    const [first, ...others] = await Promise.all(looks.map((one) => one.listStored('exception')));
    expect(first!.length).toBeGreaterThan(2);
    for (const other of others) expect(other).toEqual(first);
  });
});

test('of two decisions after the same one, made at the same moment by the same clock, one is stored and nothing of the other', async () => {
  const dot = anException('dot', { id: 'exception-dot' });
  await asApp(async () => {
    await repository().add(dot, null);
    const both = await Promise.allSettled(
      ['hold-a', 'hold-b'].map((id) =>
        repository().add(holdAfter(dot, id), { record: superseded(dot), version: 1 }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(Conflict);
    const holds = (await repository().list('hold')).filter(({ row }) => row.accountId === '712020:dot');
    expect(holds).toHaveLength(1);
    expect((await repository().newest(subjectOf(dot)))?.record).toEqual(holds[0]);
    expect(await repository().get(dot.id)).toMatchObject({ record: { state: 'superseded' }, version: 2 });
  });
  expectChainHolds();
});

test('a new decision is stored only together with what becomes of the old one', async () => {
  const eve = anException('eve', { id: 'exception-eve' });
  await asApp(async () => {
    await repository().add(eve, null);
    // Somebody ended the old one since it was read.
    const ended = take(eve, 'end', { at: eve.recordedAt, by: '712020:fin', note: '' });
    await repository().save(ended, 1);
    const late = holdAfter(eve, 'hold-late');
    await expect(repository().add(late, { record: superseded(eve), version: 1 })).rejects.toBeInstanceOf(
      Conflict,
    );
    expect(await repository().get('hold-late')).toBeNull();
    expect((await repository().newest(subjectOf(eve)))?.record.state).toBe('ended');
    await repository().add(late, null);
    expect((await repository().newest(subjectOf(eve)))?.record.id).toBe('hold-late');
  });
  expectChainHolds();
});

test('of many steps from the same version one is stored, and the others are told', async () => {
  const fay = anException('fay', { id: 'exception-fay' });
  await asApp(async () => {
    await repository().add(fay, null);
    const ended = take(fay, 'end', { at: fay.recordedAt, by: '712020:fin', note: '' });
    const said = await Promise.allSettled([1, 2, 3].map(() => repository().save(ended, 1)));
    expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of said) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict);
    expect(await repository().get(fay.id)).toMatchObject({ version: 2 });
  });
  expectChainHolds();
});
