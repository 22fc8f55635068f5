import type { Heap, QueueItem } from '../../contracts/queue';
import { indexAskedSeats } from '../../review/queue/asked-seats';
import type { CycleNow } from './end-cycle';

export interface OpenWork {
  readonly queue: Heap;
  readonly backlog: Heap;
  /** The seats of both: cases, each once. */
  readonly seats: ReadonlySet<number>;
}

/** What of some items is undecided, and the seats of whom something is open, on the resources wanted. Pure. */
export function openWorkOf(
  { look, isDecided, openPeople }: CycleNow,
  items: readonly QueueItem[],
  wanted: (resource: number) => boolean,
): OpenWork {
  const seatsOf = indexAskedSeats(look.table, wanted);
  const open = items.filter((item) => !isDecided(item));
  const heap = (inQueue: boolean): Heap => {
    const part = open.filter((item) => item.inQueue === inQueue);
    return { items: part.length, seats: seatsOf(part, openPeople).size };
  };
  return { queue: heap(true), backlog: heap(false), seats: seatsOf(open, openPeople) };
}
