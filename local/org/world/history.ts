import type { OrgFile, TimelineEvent } from '../org-file';
import { applyEvent } from './timeline';
import { loadProviders, type ProviderState } from './scim-store';
import { changeInProvider, providerOfGroup, syncProvider } from './sync';
import { World } from './world';
import type { VirtualClock } from '../clock';

/** A world that lives: its timeline, its providers' syncs and what was put off happen as the clock passes. */
export interface LivingWorld {
  readonly world: World;
  readonly providers: ReadonlyMap<string, ProviderState>;
  apply(event: TimelineEvent): void;
  /** Changes the idea that a group's identity provider has of it; Atlassian sees it with the next sync. */
  changeInProvider(groupId: string, accountId: string, wanted: boolean): void;
  /** Does something once the clock has passed `at` (epoch ms). */
  later(at: number, act: () => void): void;
  stop(): void;
}

interface Due {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

/** Brings a file to life. Events of the file's own past happen at once. */
export function startHistory(file: OrgFile, clock: VirtualClock): LivingWorld {
  const world = new World(file, clock);
  const providers = loadProviders(file, world);
  let order = 0;
  const waiting: Due[] = [];
  const later = (at: number, act: () => void): void => {
    waiting.push({ at, order: (order += 1), act });
    waiting.sort((a, b) => a.at - b.at || a.order - b.order);
  };
  const apply = (event: TimelineEvent): void => applyEvent(world, providers, event);
  for (const event of file.timeline) later(Date.parse(event.at), () => apply(event));
  const pass = (now: number): void => {
    for (;;) {
      const state = nextToSync(providers, now);
      const due = waiting[0];
      const dueFirst =
        due !== undefined && due.at <= now && (state === undefined || due.at <= state.nextSync);
      if (dueFirst) {
        waiting.shift();
        world.moment = due.at;
        due.act();
      } else if (state !== undefined) {
        world.moment = state.nextSync;
        syncProvider(world, state);
        state.nextSync = nextSyncAfter(state, waiting[0]?.at ?? Infinity, now);
      } else {
        world.moment = null;
        return;
      }
    }
  };
  pass(clock.now());
  return {
    world,
    providers,
    apply,
    changeInProvider: (groupId, accountId, wanted) => {
      const state = providerOfGroup(providers, groupId);
      if (state === undefined) throw new Error(`No identity provider writes the group ${groupId}.`);
      changeInProvider(state, groupId, accountId, wanted);
      world.touch();
    },
    later,
    stop: clock.onAdvance(pass),
  };
}

function nextToSync(providers: ReadonlyMap<string, ProviderState>, now: number): ProviderState | undefined {
  let first: ProviderState | undefined;
  for (const state of providers.values()) {
    if (state.nextSync <= now && (first === undefined || state.nextSync < first.nextSync)) first = state;
  }
  return first;
}

/**
 * A long leap of the clock holds many syncs that could change nothing: they are skipped up to the next event, the
 * last one before `now` is not.
 */
function nextSyncAfter(state: ProviderState, nextEvent: number, now: number): number {
  const step = state.provider.syncIntervalMinutes * 60_000;
  const after = state.nextSync + step;
  const until = Math.min(nextEvent, now);
  const skipped = Math.max(0, Math.floor((until - after) / step));
  return after + skipped * step;
}
