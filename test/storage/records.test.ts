import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessException, Hold, ReviewRecord } from '../../src/contracts/records';
import { type ChainHead, type ChainLink, findBrokenLink } from '../../src/evidence/chain';
import { take } from '../../src/review/states/step';
import { subjectOf } from '../../src/review/subjects';
import type { RecordRepository } from '../../src/usecases/ports';
import { INSTALLATION } from '../support/app';
import { sha256 } from '../support/records';
import { readStored } from './stored-entries';
import { startStorage, type StorageHost } from './storage-host';

let storage: StorageHost;
const asApp: StorageHost['asApp'] = (work) => storage.asApp(work);
let Conflict: new () => Error;
/** A repository of its own for each run, as for each invocation of the app. */
let repository: () => RecordRepository;
let stored: AccessException;

beforeAll(async () => {
  storage = await startStorage();
  ({ Conflict } = await import('../../src/usecases/ports'));
  const { recordRepository } = await import('../../src/storage/records');
  repository = () => recordRepository(sha256, subjectOf);
  const { ReviewRecord: Schema } = await import('../../src/contracts/records');
  const entry = readStored('stored-by-schema-1.json').find(({ key }) => key.startsWith('record:exception-'))!;
  stored = Schema.parse((entry.value as { body: unknown }).body) as AccessException;
});
afterAll(() => storage.close());

/** An exception of its own subject, as an app without an index stored it. */
function older(name: string, change: Partial<AccessException> = {}): AccessException {
  return {
    ...stored,
    id: `exception-${name}`,
    row: { ...stored.row, accountId: `712020:${name}` },
    ...change,
  };
}

async function putOlder(...records: readonly AccessException[]): Promise<void> {
  const { kvs } = await import('@forge/kvs');
  for (const body of records) {
    const { supersedes, cycleId, steps, batchId, state, dependency, ...first } = body;
    expect([supersedes, cycleId, steps, batchId, state, dependency]).toEqual([
      null,
      null,
      [],
      null,
      'standing',
      '',
    ]);
    const { kind, recordedAt } = body;
    await kvs.entity('record').set(`record:${body.id}`, { version: 1, kind, recordedAt, body: first });
  }
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

test('records that are older than the index are found by their subjects; of two on one subject the later one', async () => {
  const [ada, ben] = [older('ada'), older('ben')];
  const later = { ...ben, id: 'exception-later', recordedAt: '2026-11-24T00:00:00.000Z' };
  await asApp(async () => {
    await putOlder(ada, later, ben);
    expect((await repository().newest(subjectOf(ada)))?.record).toEqual(ada);
    expect((await repository().newest(subjectOf(ben)))?.record).toEqual(later);
    expect(await repository().newest(subjectOf(older('nobody')))).toBeNull();
  });
});

test('whoever indexes late leaves what was decided meanwhile the newest of its subject', async () => {
  const { kvs } = await import('@forge/kvs');
  const cem = older('cem');
  const hold = holdAfter(cem, 'hold-1');
  await asApp(async () => {
    await kvs.entity('document').delete('records-indexed');
    await putOlder(cem);
    await repository().add(hold, { record: superseded(cem), version: 1 });
    // As it is to a run that looked before the others had written down that all is indexed.
    await kvs.entity('document').delete('records-indexed');
    expect((await repository().newest(subjectOf(cem)))?.record.id).toBe('hold-1');
    const second = { ...holdAfter(cem, 'hold-2'), supersedes: cem.id };
    await expect(repository().add(second, null)).rejects.toBeInstanceOf(Conflict);
  });
  expectChainHolds();
});

test('many who look at once, when nothing is indexed yet, all see what is there', async () => {
  const { kvs } = await import('@forge/kvs');
  const gus = older('gus');
  await asApp(async () => {
    await kvs.entity('document').delete('records-indexed');
    await putOlder(gus);
    const found = await Promise.all([1, 2, 3, 4].map(() => repository().newest(subjectOf(gus))));
    expect(found.map((one) => one?.record.id)).toEqual([1, 2, 3, 4].map(() => gus.id));
  });
});

test('of two decisions after the same one, made at the same moment by the same clock, one is stored and nothing of the other', async () => {
  const dot = older('dot', { id: 'exception-dot' });
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
  const eve = older('eve', { id: 'exception-eve' });
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
  const fay = older('fay', { id: 'exception-fay' });
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
