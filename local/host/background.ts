import type { HostClock } from './clock';
import { messageOf } from './errors';
import type { QueueWorker } from './queue/worker';
import type { Recorder } from './recorder';
import type { Scheduler } from './scheduler';

export interface Background {
  /** Something new may be due. */
  poke(): void;
  start(): () => void;
  /** Stops and waits for the round that is under way. */
  stop(): Promise<void>;
}

/** Lets schedules and events run when the clock says so; at rest until started. */
export function createBackground(parts: {
  clock: HostClock;
  scheduler: Scheduler;
  worker: QueueWorker;
  nextEventAt: () => number | undefined;
  recorder: Recorder;
}): Background {
  const { clock, scheduler, worker, nextEventAt, recorder } = parts;
  let on = false;
  let wanted = false;
  let round: Promise<void> | undefined;
  let takeBack: () => void = () => undefined;

  const turn = async (): Promise<void> => {
    while (on && wanted) {
      wanted = false;
      try {
        await scheduler.runDue();
        await worker.drain();
      } catch (error) {
        recorder.note({ kind: 'warning', service: 'background', what: messageOf(error) });
      }
    }
  };

  const setAlarm = (): void => {
    takeBack();
    const times = [nextEventAt(), scheduler.nextAt()].filter((at) => at !== undefined);
    if (!on || times.length === 0) return;
    takeBack = clock.at(Math.max(Math.min(...times), clock.now() + 1), poke);
  };

  const poke = (): void => {
    if (!on) return;
    wanted = true;
    round ??= new Promise<void>((resolve) => setImmediate(resolve)).then(turn).finally(() => {
      round = undefined;
      setAlarm();
    });
  };

  const stop = async (): Promise<void> => {
    on = false;
    takeBack();
    await round;
  };

  return {
    poke,
    stop,
    start: () => {
      on = true;
      poke();
      return () => void stop();
    },
  };
}
