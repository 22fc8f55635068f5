import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { JiraContent } from '../org/server';
import { UsageError } from '../trace/arguments';

const KEPT_AS = 'simulation';

/** What is simulated goes on in the next run where this one has left it: how late it is, and what Jira holds. */
const Simulation = z.strictObject({
  /** Epoch ms of the organization. */
  now: z.number(),
  /** By cloud id; written by this program alone, and taken whole. */
  jira: z.custom<ReadonlyMap<string, JiraContent>>((value) => value instanceof Map),
});
type Simulation = z.infer<typeof Simulation>;

export interface SimulationKeeper {
  /** What the run before has left; of a first run, nothing. */
  readonly before: Simulation;
  /** Keeps it whole or not at all, however this process ends. */
  keep(simulation: Simulation): void;
}

/** Keeps the simulation beside the data of the app in a folder; `:memory:` keeps nothing. Throws UsageError. */
export function keepSimulation(dataDir: string): SimulationKeeper {
  const nothing: Simulation = { now: -Infinity, jira: new Map() };
  if (dataDir === ':memory:') return { before: nothing, keep: () => undefined };
  const path = join(dataDir, KEPT_AS);
  return {
    before: read(path) ?? nothing,
    keep: (simulation) => {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(`${path}.new`, serialize(simulation));
      renameSync(`${path}.new`, path);
    },
  };
}

function read(path: string): Simulation | null {
  try {
    return Simulation.parse(deserialize(readFileSync(path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UsageError(`--data: ${path} is not what an earlier start has left; --fresh begins anew`);
  }
}
