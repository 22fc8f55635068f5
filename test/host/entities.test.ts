import { expect, test } from 'vitest';
import { startFixture, type Fixture } from './fixture';

const sdk = () => import('@forge/kvs');

interface Note {
  board?: string;
  rank?: number;
  weight?: number;
  done?: boolean;
  version?: number;
  extra?: unknown;
}

async function codeOf(fixture: Fixture, work: () => unknown): Promise<string> {
  try {
    await fixture.inside(async () => work());
    return 'accepted';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

async function withNotes(count: number): Promise<Fixture> {
  const fixture = await startFixture();
  const { kvs } = await sdk();
  await fixture.inside(async () => {
    for (let i = 0; i < count; i += 1) {
      const note: Note = {
        board: i % 2 === 0 ? 'even' : 'odd',
        rank: i - 5,
        weight: i / 4,
        done: i % 3 === 0,
      };
      await kvs.entity<Note>('note').set(`n${String(i).padStart(3, '0')}`, note);
    }
  });
  return fixture;
}

const ranks = (page: { results: { value: Note }[] }): (number | undefined)[] =>
  page.results.map((row) => row.value.rank);

test('attributes must have their declared types; integers have 32 bits', async () => {
  const fixture = await startFixture();
  const { kvs } = await sdk();
  const set = (note: unknown) => codeOf(fixture, () => kvs.entity('note').set('a', note));
  expect(await set({ rank: 2 ** 31 - 1, weight: 0.5, done: true, board: 'x', extra: [1] })).toBe('accepted');
  expect(await set({ rank: 2 ** 31 })).toBe('INCORRECT_PROPERTY_TYPE');
  expect(await set({ rank: -(2 ** 31) })).toBe('accepted');
  expect(await set({ rank: 1.5 })).toBe('INCORRECT_PROPERTY_TYPE');
  expect(await set({ board: 5 })).toBe('INCORRECT_PROPERTY_TYPE');
  expect(await set({ unheard: 1 })).toBe('INVALID_ENTITY_VALUE');
  expect(await set(['a'])).toBe('INVALID_ENTITY_VALUE');
  expect(await codeOf(fixture, () => kvs.entity('nope').get('a'))).toBe('SCHEMA_NOT_FOUND');
  await fixture.host.close();
});

test('an index is read by partition and range, in both directions, negative numbers first', async () => {
  const { host, inside } = await withNotes(12);
  const { kvs, Sort, WhereConditions } = await sdk();
  const query = () => kvs.entity<Note>('note').query();
  const even = () => query().index('by-board', { partition: ['even'] });
  expect(ranks(await inside(() => even().getMany()))).toEqual([-5, -3, -1, 1, 3, 5]);
  expect(ranks(await inside(() => even().sort(Sort.DESC).getMany()))).toEqual([5, 3, 1, -1, -3, -5]);
  const between = even().where(WhereConditions.between(-3, 3));
  expect(ranks(await inside(() => between.getMany()))).toEqual([-3, -1, 1, 3]);
  const above = query().index('rank').where(WhereConditions.greaterThan(4));
  expect(ranks(await inside(() => above.getMany()))).toEqual([5, 6]);
  const below = query().index('rank').where(WhereConditions.lessThan(-3));
  expect(ranks(await inside(() => below.getMany()))).toEqual([-5, -4]);
  const one = query().index('rank').where(WhereConditions.equalTo(0));
  expect(ranks(await inside(() => one.getMany()))).toEqual([0]);
  const keys = query().index('by-key').where(WhereConditions.beginsWith('n00'));
  expect((await inside(() => keys.getMany())).results).toHaveLength(10);
  await host.close();
});

test('an index that is not declared, and a partition that does not fit, are refused', async () => {
  const fixture = await withNotes(1);
  const { kvs } = await sdk();
  const query = () => kvs.entity<Note>('note').query();
  expect(await codeOf(fixture, () => query().index('by-nothing').getMany())).toBe('INVALID_ENTITY_INDEX');
  expect(await codeOf(fixture, () => query().index('by-board').getMany())).toBe('INVALID_PARTITION');
  await fixture.host.close();
});

test('pages follow the cursor to the end without a gap or a repetition', async () => {
  const { host, inside } = await withNotes(25);
  const { kvs } = await sdk();
  const seen: (number | undefined)[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.entity<Note>('note').query().index('rank').limit(7);
    const page = await inside(() => (cursor === undefined ? query : query.cursor(cursor)).getMany());
    seen.push(...ranks(page));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => i - 5));
  await host.close();
});

test('filters are applied after the page is read: it may be short or empty while a cursor remains', async () => {
  const { host, inside } = await withNotes(12);
  const { kvs, Filter, FilterConditions } = await sdk();
  const rare = new Filter<Note>().and('rank', FilterConditions.equalTo(6));
  const page = await inside(() =>
    kvs.entity<Note>('note').query().index('rank').filters(rare).limit(5).getMany(),
  );
  expect(page.results).toEqual([]);
  expect(page.nextCursor).toBeDefined();
  const either = new Filter<Note>()
    .or('rank', FilterConditions.equalTo(6))
    .or('done', FilterConditions.equalTo(true));
  const all = await inside(() =>
    kvs.entity<Note>('note').query().index('rank').filters(either).limit(100).getMany(),
  );
  expect(ranks(all)).toEqual([-5, -2, 1, 4, 6]);
  await host.close();
});

test('a changed entity moves in its indexes, a deleted one leaves them', async () => {
  const { host, inside } = await withNotes(2);
  const { kvs } = await sdk();
  const odd = () =>
    kvs
      .entity<Note>('note')
      .query()
      .index('by-board', { partition: ['odd'] })
      .getMany();
  await inside(() => kvs.entity<Note>('note').set('n000', { board: 'odd', rank: 9 }));
  expect(ranks(await inside(odd))).toEqual([-4, 9]);
  await inside(() => kvs.entity<Note>('note').delete('n001'));
  expect(ranks(await inside(odd))).toEqual([9]);
  await host.close();
});

test('a transaction with conditions is compare-and-set: one of two writers with the same version wins', async () => {
  const fixture = await startFixture();
  const { kvs, Filter, FilterConditions } = await sdk();
  const isNew = new Filter<Note>().and('version', FilterConditions.notExists());
  const at = (version: number) => new Filter<Note>().and('version', FilterConditions.equalTo(version));
  const write = (version: number, conditions: typeof isNew) => () =>
    kvs
      .transact()
      .set<Note>('head', { version }, { entityName: 'note', conditions })
      .set('log', `v${version}`)
      .execute();
  expect(await codeOf(fixture, write(1, isNew))).toBe('accepted');
  expect(await codeOf(fixture, write(1, isNew))).toBe('CONDITIONAL_CHECK_FAILED');
  expect(await codeOf(fixture, write(2, at(1)))).toBe('accepted');
  expect(await codeOf(fixture, write(2, at(1)))).toBe('CONDITIONAL_CHECK_FAILED');
  expect(await fixture.inside(() => kvs.get('log'))).toBe('v2');
  await fixture.host.close();
});

test('a transaction is all or nothing', async () => {
  const fixture = await startFixture();
  const { kvs, Filter, FilterConditions } = await sdk();
  await fixture.inside(() => kvs.set('kept', 'old'));
  const wrong = new Filter<Note>().and('version', FilterConditions.equalTo(7));
  const work = () =>
    kvs
      .transact()
      .set('kept', 'new')
      .delete('kept2')
      .check('absent', { entityName: 'note', conditions: wrong })
      .execute();
  expect(await codeOf(fixture, work)).toBe('CONDITIONAL_CHECK_FAILED');
  expect(await fixture.inside(() => kvs.get('kept'))).toBe('old');
  const badValue = () =>
    kvs.transact().set('kept', 'new').set('n', { rank: 'x' }, { entityName: 'note' }).execute();
  expect(await codeOf(fixture, badValue)).toBe('INCORRECT_PROPERTY_TYPE');
  expect(await fixture.inside(() => kvs.get('kept'))).toBe('old');
  await fixture.host.close();
});

test('a transaction has 1 to 25 operations, each key once, and no conditions on plain keys', async () => {
  const fixture = await startFixture();
  const { kvs } = await sdk();
  const sets = (count: number) => () => {
    const transaction = kvs.transact();
    for (let i = 0; i < count; i += 1) transaction.set(`t${i}`, i);
    return transaction.execute();
  };
  expect(await codeOf(fixture, sets(25))).toBe('accepted');
  expect(await codeOf(fixture, sets(26))).toBe('UNPROCESSABLE_ENTITY');
  expect(await codeOf(fixture, sets(0))).toBe('INVALID_TRANSACTION_REQUEST');
  expect(await codeOf(fixture, () => kvs.transact().set('a', 1).delete('a').execute())).toBe(
    'KEY_DUPLICATION_ERROR',
  );
  const send = globalThis as unknown as {
    __forge_fetch__: (meta: unknown, path: string, init: RequestInit) => Promise<Response>;
  };
  const body = JSON.stringify({
    set: [
      { key: 'a', value: 1, conditions: { and: [{ property: 'v', condition: 'EXISTS', values: [true] }] } },
    ],
  });
  const refused = await fixture.inside(() =>
    send.__forge_fetch__({ type: 'kvs' }, '/api/v1/transaction', { method: 'POST', body }),
  );
  expect(refused.status).toBe(400);
  await fixture.host.close();
});

test('a transaction holds 4 MB', async () => {
  const fixture = await startFixture();
  const { kvs } = await sdk();
  const sets = (size: number) => () => {
    const transaction = kvs.transact();
    for (let i = 0; i < 20; i += 1) transaction.set(`t${i}`, 'x'.repeat(size));
    return transaction.execute();
  };
  expect(await codeOf(fixture, sets(209_600))).toBe('accepted');
  expect(await codeOf(fixture, sets(209_800))).toBe('MAX_SIZE');
  await fixture.host.close();
});
