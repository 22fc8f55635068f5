import { readFileSync } from 'node:fs';
import { INSTALLATION, type RunningApp } from '../support/app';

/** One entry of an installation's storage, as a fixture keeps it. */
export interface StoredEntry {
  readonly entity: string;
  readonly key: string;
  readonly value: unknown;
}

/** Everything an installation has stored that does not expire; secrets are not shown. */
export function lastingEntries(app: RunningApp): StoredEntry[] {
  return app.host
    .inspect(INSTALLATION)
    .entries()
    .filter((entry) => entry.expiresAt === null && entry.space !== 'secret')
    .map(({ entity, key, value }) => ({ entity, key, value }));
}

export function readStored(file: string): readonly StoredEntry[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as readonly StoredEntry[];
}
