import type { Output } from '../../src/contracts/api';
import type { ItemClass } from '../../src/contracts/queue';
import type { Faults } from '../../local/org/faults-schema';
import type { TimelineEvent } from '../../local/org/org-file';
import { INSTALLATION, type RunningApp } from './app';
import { DAY } from './records';

export type QueueLine = Output<'queue/list'>['lines'][number];
/** What happens in the world, at this moment unless it says otherwise. */
type Event = TimelineEvent extends infer E ? (E extends TimelineEvent ? Omit<E, 'at'> : never) : never;

/** Faults under which a scan reads everybody, and yet cannot know that it did. */
export const PARTIAL: Faults = {
  wrongShape: [{ endpoint: 'GET *users/count', path: 'count', value: 99 }],
};

export function happen(app: RunningApp, event: Event): void {
  app.org.world.apply({ ...event, at: new Date(app.clock.now()).toISOString() });
}

/** Lets a member leave a group that nobody syncs. */
export const leave = (app: RunningApp, accountId: string, groupId: string): void =>
  happen(app, { do: 'remove-member', accountId, groupId, by: 'somebody' });

export const join = (app: RunningApp, accountId: string, groupId: string): void =>
  happen(app, { do: 'add-member', accountId, groupId, by: 'somebody' });

/** A daily tick, and whatever its events do. */
export async function tick(app: RunningApp): Promise<void> {
  await app.host.fireSchedule('every-day', INSTALLATION);
  await drain(app);
}

/** Delivers whatever is due within the next hour. */
export async function drain(app: RunningApp): Promise<void> {
  await app.host.drainQueue(INSTALLATION, { until: app.clock.now() + 3_600_000 });
}

/** Lets a week pass: the scan of the next one, and its review. */
export async function nextWeek(app: RunningApp): Promise<void> {
  await app.advance(7 * DAY);
  await tick(app);
}

/** Every item of the review that is shown, in the queue and behind it. */
export async function itemsOf(app: RunningApp, accountId?: string): Promise<QueueLine[]> {
  const lists = [];
  for (const part of ['queue', 'backlog'] as const)
    lists.push(await app.call('queue/list', { part, offset: 0, limit: 200 }, accountId));
  return lists.flatMap(({ lines }) => lines);
}

/** The items of one class, as `group: people`. */
export async function itemsOfClass(app: RunningApp, itemClass: ItemClass): Promise<QueueLine[]> {
  return (await itemsOf(app)).filter(({ item }) => item.class === itemClass);
}

/** Account ids of the people inside an item. */
export async function peopleOf(app: RunningApp, { item }: QueueLine): Promise<string[]> {
  const { lines } = await app.call('queue/item', { itemId: item.id, offset: 0, limit: 200 });
  return lines.map(({ person }) => person.accountId);
}

export async function cycleOf(app: RunningApp): Promise<NonNullable<Output<'cycle/get'>['cycle']>> {
  return (await app.call('cycle/get', {})).cycle!;
}
