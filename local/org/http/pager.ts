import type { VirtualClock } from '../clock';
import { drawFrom, nameFrom } from './chance';
import type { FaultBoard, Hit } from './faults';
import { Refusal } from './refusal';

/** In which order lists are walked: results must not depend on it. */
export type PageOrder = 'natural' | 'reversed' | { readonly seed: number };

export interface PagerOptions {
  readonly clock: VirtualClock;
  readonly faults: FaultBoard;
  readonly order: PageOrder;
  /** Never more items than this in a page, whatever limit was asked. */
  readonly pageSizeMax: number;
  /** So many items of a page come again at the head of the next one. */
  readonly duplicates: number;
}

/** A list that is walked page by page. `name` binds its cursors: they fit no other list. */
export interface PagedList<Item> {
  readonly name: string;
  readonly items: readonly Item[];
  idOf(item: Item): string;
}

export interface PageRequest {
  readonly cursor: string | undefined;
  readonly limit: number;
  readonly hit: Hit;
  /** Words that the cursor carries to the next page (the GET lists discard all other parameters then). */
  readonly carry?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
  readonly start: number;
}

/** Cursors live for an hour; that they expire at all is documented, how fast is not. */
const cursorLifeMs = 60 * 60_000;

/** The largest page of the organization API: constant of ConductorOne's baton-jira, 2026-07; more is refused here. */
export const largestPage = 100;

interface CursorFacts {
  readonly list: string;
  readonly after: string;
  readonly offset: number;
  readonly issued: number;
  readonly carry: string;
}

export class Pager {
  private readonly options: PagerOptions;

  constructor(options: PagerOptions) {
    this.options = options;
  }

  get pageSizeMax(): number {
    return this.options.pageSizeMax;
  }

  /** The list in the order in which this organization is walked. */
  arrange<Item>(items: readonly Item[], idOf: (item: Item) => string): readonly Item[] {
    const { order } = this.options;
    if (order === 'natural') return items;
    if (order === 'reversed') return [...items].reverse();
    const ranked = items.map((item) => ({ item, rank: drawFrom(order.seed, idOf(item)) }));
    return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
  }

  /** What the cursor carries; refused as ADMIN-400-1 when it is not one of this list, or too old. */
  open(listName: string, cursor: string, hit: Hit): CursorFacts {
    const facts = decode(cursor);
    const expired = facts === undefined || this.options.clock.now() - facts.issued > cursorLifeMs;
    const lost = this.options.faults.chance(hit, 'cursorLoss');
    if (expired || lost || facts.list !== nameFrom(listName)) {
      throw new Refusal(400, 'ADMIN-400-1', 'The page cursor is not valid for this list, or has expired.');
    }
    return facts;
  }

  cut<Item>(list: PagedList<Item>, request: PageRequest): Page<Item> {
    const { duplicates, faults, pageSizeMax } = this.options;
    const { cursor, hit } = request;
    const from = cursor === undefined ? undefined : this.open(list.name, cursor, hit);
    const start = from === undefined ? 0 : resume(list, from);
    const size = Math.min(request.limit, pageSizeMax);
    const repeated = start === 0 ? 0 : Math.min(duplicates, start, size - 1);
    const end = Math.min(start + size - repeated, list.items.length);
    let items = list.items.slice(start - repeated, end);
    const hole = faults.take('dropUsersFromPage', hit);
    const last = items[items.length - 1];
    if (hole !== undefined) items = items.slice(0, Math.max(0, items.length - hole.count));
    if (end >= list.items.length || last === undefined) return { items, next: undefined, start };
    if (cursor !== undefined && faults.take('cursorRepeat', hit) !== undefined)
      return { items, next: cursor, start };
    const next = encode({
      list: nameFrom(list.name),
      after: list.idOf(last),
      offset: end,
      issued: this.options.clock.now(),
      carry: from?.carry ?? request.carry ?? '',
    });
    return { items, next, start };
  }
}

/** Goes on after the last item that was given, also when the list has moved since. */
function resume<Item>(list: PagedList<Item>, from: CursorFacts): number {
  const before = list.items[from.offset - 1];
  if (before !== undefined && list.idOf(before) === from.after) return from.offset;
  const found = list.items.findIndex((item) => list.idOf(item) === from.after);
  return found === -1 ? Math.min(from.offset, list.items.length) : found + 1;
}

function encode(facts: CursorFacts): string {
  const text = JSON.stringify(facts);
  return Buffer.from(JSON.stringify([nameFrom(text), text])).toString('base64');
}

function decode(cursor: string): CursorFacts | undefined {
  try {
    const bytes = Buffer.from(cursor, 'base64');
    if (bytes.toString('base64') !== cursor) return undefined;
    const sealed: unknown = JSON.parse(bytes.toString('utf8'));
    if (!Array.isArray(sealed)) return undefined;
    const [seal, text] = sealed as unknown[];
    if (typeof text !== 'string' || seal !== nameFrom(text)) return undefined;
    return JSON.parse(text) as CursorFacts;
  } catch {
    return undefined;
  }
}

/** A page size as asked; refused when it is no whole number in 1 … `max`. */
export function readLimit(asked: unknown, fallback: number, max = largestPage): number {
  if (asked === undefined || asked === null || asked === '') return fallback;
  const limit = typeof asked === 'number' ? asked : Number(asked);
  if (!Number.isInteger(limit) || limit < 1 || limit > max) {
    throw new Refusal(400, 'ADMIN-400-24', `limit must be a whole number between 1 and ${String(max)}.`);
  }
  return limit;
}
