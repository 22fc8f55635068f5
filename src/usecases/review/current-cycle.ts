import type { Ports, StoredCycle } from '../ports';

/** The cycle that decisions are made in; null where none is open. It stays open while the next one waits for a scan. */
export async function openCycleOf(ports: Ports): Promise<StoredCycle | null> {
  const open = (await ports.cycles.list()).find(({ state }) => state === 'open');
  return open === undefined ? null : ports.cycles.get(open.id);
}

/** The cycle that is shown: the open one, or the one begun last. */
export async function shownCycle(ports: Ports): Promise<StoredCycle | null> {
  return (await openCycleOf(ports)) ?? ports.cycles.latest();
}
