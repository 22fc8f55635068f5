import { ACTIVITY_UNREADABLE, type ActivityTable } from '../contracts/snapshot';
import { growing } from '../columns/growing';
import { createInterner } from '../columns/interner';

/** Last activity as the user pages tell it: by product key and instance id, not yet by resource. */
export interface ActivityLog {
  observe(account: number, entries: readonly (readonly [key: string, id: string, at: number])[]): void;
  /** By resource; `resourceOf` places an instance, or gives null where no resource matches. */
  table(order: Uint32Array, resourceOf: (key: string, id: string) => number | null): ActivityTable;
}

export function createActivityLog(): ActivityLog {
  const instances = createInterner();
  const start = growing((n) => new Uint32Array(n));
  const length = growing((n) => new Uint32Array(n));
  const instance = growing((n) => new Uint32Array(n));
  const at = growing((n) => new Float64Array(n));
  return {
    observe(account, entries) {
      while (start.length <= account) {
        start.push(0);
        length.push(0);
      }
      start.set(account, instance.length);
      length.set(account, entries.length);
      for (const [key, id, when] of entries) {
        instance.push(instances.codeOf(`${key}\n${id}`));
        at.push(when);
      }
    },
    table(order, resourceOf) {
      const resources = instances.texts.map((text) => {
        const [key, id] = text.split('\n') as [string, string];
        return resourceOf(key, id);
      });
      const offsets = new Uint32Array(order.length + 1);
      const resource = growing((n) => new Uint16Array(n));
      const when = growing((n) => new Float64Array(n));
      for (let i = 0; i < order.length; i += 1) {
        const account = order[i]!;
        const latest = new Map<number, number>();
        const first = account < start.length ? start.at(account) : 0;
        const end = first + (account < start.length ? length.at(account) : 0);
        for (let entry = first; entry < end; entry += 1) {
          const place = resources[instance.at(entry)] ?? null;
          if (place === null) continue;
          latest.set(place, later(latest.get(place), at.at(entry)));
        }
        for (const [place, moment] of [...latest].sort(([a], [b]) => a - b)) {
          resource.push(place);
          when.push(moment);
        }
        offsets[i + 1] = resource.length;
      }
      return { offsets, resource: resource.done(), at: when.done() };
    },
  };
}

/** Of two entries for one resource the later; one that cannot be read leaves the answer open. */
function later(known: number | undefined, other: number): number {
  if (known === undefined) return other;
  if (known === ACTIVITY_UNREADABLE || other === ACTIVITY_UNREADABLE) return ACTIVITY_UNREADABLE;
  return Math.max(known, other);
}
