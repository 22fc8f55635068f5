import { expect, test } from 'vitest';
import { ApiError } from '../../src/atlassian/errors';
import { advance, MAX_PAGES, openTask, readPage } from '../../src/snapshot/read-page';
import type { OpenTask } from '../../src/snapshot/scan-state';
import type { Task } from '../../src/snapshot/tasks';

/** A list of which each page says what `nextOf` answers to the cursor it was asked with. */
function aList(nextOf: (cursor: string | null) => string | null, empty = false): Task {
  return {
    name: 'the list',
    onFailure: () => null,
    page: async (cursor) => ({ parts: [], next: nextOf(cursor), empty }),
  };
}

/** Reads a list to its end: how many pages it took, and what was noted. */
async function readAll(
  task: Task,
  from: OpenTask = openTask(0),
): Promise<{ pages: number; notes: string[] }> {
  const notes: string[] = [];
  let open: OpenTask | null = from;
  let pages = 0;
  while (open !== null) {
    const page = await readPage(task, open);
    pages += 1;
    notes.push(...page.parts.flatMap((part) => (part.kind === 'note' ? [part.text] : [])));
    open = advance(open, page);
  }
  return { pages, notes };
}

test('a list of any length is read to its end, without a note', async () => {
  for (const length of [1, 2, 3, 64, 1_000]) {
    const list = aList((cursor) => (Number(cursor ?? 1) < length ? String(Number(cursor ?? 1) + 1) : null));
    expect(await readAll(list)).toEqual({ pages: length, notes: [] });
  }
});

test('a circle of cursors of any length, after a straight way of any length, is met within a few rounds', async () => {
  for (const length of [1, 2, 3, 5, 8, 60]) {
    for (const straight of [0, 1, 9, 100]) {
      const list = aList((cursor) => {
        const at = Number(cursor ?? 0) + 1;
        return String(at > straight + length ? at - length : at);
      });
      const { pages, notes } = await readAll(list);
      expect(notes).toEqual(['the list: a cursor came back; the list goes in circles']);
      expect(pages).toBeLessThanOrEqual(3 * (straight + length) + 3);
    }
  }
});

test('empty pages between full ones are passed, and a list of only empty pages ends', async () => {
  let asked = 0;
  const between: Task = {
    name: 'the list',
    onFailure: () => null,
    page: async () => ({ parts: [], next: (asked += 1) < 200 ? `c${asked}` : null, empty: asked % 40 !== 0 }),
  };
  expect(await readAll(between)).toEqual({ pages: 200, notes: [] });
  let n = 0;
  const { pages, notes } = await readAll(aList(() => `c${(n += 1)}`, true));
  expect(pages).toBe(51);
  expect(notes).toHaveLength(1);
});

test('a list that gives ever new cursors ends all the same, and says so', async () => {
  let n = 0;
  const almostThere = { ...openTask(0), pages: MAX_PAGES - 2 };
  const { pages, notes } = await readAll(
    aList(() => `c${(n += 1)}`),
    almostThere,
  );
  expect(pages).toBe(3);
  expect(notes).toEqual([`the list: the list did not end in ${MAX_PAGES} pages`]);
});

test('a cursor that is refused begins the list anew, five times and no more', async () => {
  const refusing: Task = {
    ...aList(() => 'c1'),
    directory: 'd1',
    page: async (cursor) => {
      if (cursor === null) return { parts: [], next: 'c1', empty: false };
      throw new ApiError('cursor-refused', 'GET /x', 'gone');
    },
  };
  const { pages, notes } = await readAll(refusing);
  expect(pages).toBe(12);
  expect(notes).toEqual(['the list: the cursor was refused 6 times']);
});

test('a failure that a list can be left for becomes its part; any other is thrown', async () => {
  const failing = (failure: ApiError['failure']): Task => ({
    ...aList(() => null),
    onFailure: (error) => (error.failure === 'not-found' ? { kind: 'users-count', count: 7 } : null),
    page: async () => {
      throw new ApiError(failure, 'GET /x', 'no');
    },
  });
  expect(await readPage(failing('not-found'), openTask(0))).toEqual({
    parts: [{ kind: 'users-count', count: 7 }],
    next: 'finished',
    empty: false,
  });
  await expect(readPage(failing('refused'), openTask(0))).rejects.toThrow('GET /x: no');
  const defect = { ...aList(() => null), page: async () => Promise.reject(new TypeError('ours')) };
  await expect(readPage(defect, openTask(0))).rejects.toThrow(TypeError);
});
