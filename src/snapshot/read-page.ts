import { ApiError } from '../atlassian/errors';
import { note, type Part } from './parts';
import type { OpenTask } from './scan-state';
import type { Task } from './tasks';

/** After so many times a list whose cursors keep being refused is left partial. */
const MAX_RESTARTS = 5;
/** Empty pages may come between full ones; so many in a row are a list that never ends. */
const MAX_EMPTY_PAGES = 50;
/** Ten million items at 100 a page: a list that gives ever new cursors beyond that ends nowhere. */
export const MAX_PAGES = 100_000;

export interface ReadPage {
  readonly parts: Part[];
  /** `begin anew`: the cursor was refused. */
  readonly next: { readonly cursor: string } | 'begin anew' | 'finished';
  readonly empty: boolean;
}

export function openTask(index: number): OpenTask {
  return { index, cursor: null, pages: 0, anchor: null, restarts: 0, emptyPages: 0 };
}

/** Reads one page of a list, and turns every failure that can be survived into a part that says so. */
export async function readPage(task: Task, open: OpenTask): Promise<ReadPage> {
  const ending = (parts: Part[]): ReadPage => ({ parts, next: 'finished', empty: false });
  const { enough } = task;
  const cutShort = enough?.cutShort ?? ((because: string) => note(`${task.name}: ${because}`));
  try {
    const page = await task.page(open.cursor);
    const { next } = page;
    if (next === null) return ending(page.parts);
    const circles = next === open.cursor || next === open.anchor;
    if (circles || (page.empty && open.emptyPages >= MAX_EMPTY_PAGES)) {
      return ending([...page.parts, cutShort('a cursor came back; the list goes in circles')]);
    }
    if (enough !== undefined && open.pages + 1 >= enough.pages) {
      return ending([...page.parts, cutShort(`${enough.pages} pages were read`)]);
    }
    if (open.pages >= MAX_PAGES) {
      return ending([...page.parts, cutShort(`the list did not end in ${MAX_PAGES} pages`)]);
    }
    return { parts: page.parts, next: { cursor: next }, empty: page.empty };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.failure === 'cursor-refused' && enough === undefined) {
      if (open.restarts === MAX_RESTARTS) {
        return ending([note(`${task.name}: the cursor was refused ${MAX_RESTARTS + 1} times`)]);
      }
      const restart: Part[] =
        task.directory === undefined ? [] : [{ kind: 'restart', directory: task.directory }];
      return { parts: restart, next: 'begin anew', empty: false };
    }
    const left = task.onFailure(error);
    if (left === null) throw error;
    return ending([left]);
  }
}

/**
 * Where the list stands after a page; null when it is finished. The anchor moves to the current cursor
 * at every power of two pages (Brent): a circle of any length is met, and one cursor is kept, not all.
 */
export function advance(open: OpenTask, page: ReadPage): OpenTask | null {
  if (page.next === 'finished') return null;
  if (page.next === 'begin anew') return { ...openTask(open.index), restarts: open.restarts + 1 };
  const pages = open.pages + 1;
  const isPowerOfTwo = (pages & (pages - 1)) === 0;
  return {
    ...open,
    cursor: page.next.cursor,
    pages,
    anchor: isPowerOfTwo ? page.next.cursor : open.anchor,
    emptyPages: page.empty ? open.emptyPages + 1 : 0,
  };
}
