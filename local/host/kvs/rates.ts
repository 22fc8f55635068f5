import { createRateWindow } from '../rate-window';
import { storageErrors } from './errors';
import {
  batchesPerMinute,
  readUnitsPerMinute,
  requestsPerSecond,
  unitBytes,
  writeUnitsPerMinute,
} from './limits';

export interface StorageRates {
  /** One request of any kind. @throws RATE_LIMIT_EXCEEDED */
  request(installation: string): void;
  read(installation: string, bytes: number): void;
  write(installation: string, bytes: number): void;
  batch(installation: string): void;
  /** Units taken in the running minute and since the start. */
  used(installation: string): StorageUse;
}

export interface StorageUse {
  readUnitsInMinute: number;
  writeUnitsInMinute: number;
  readUnits: number;
  writeUnits: number;
  requests: number;
  bytesWritten: number;
}

export function unitsOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / unitBytes));
}

/** Rate windows of storage per installation, and the counters a report or a test wants to see. */
export function createStorageRates(now: () => number): StorageRates {
  const requests = createRateWindow(now, 1_000, requestsPerSecond);
  const reads = createRateWindow(now, 60_000, readUnitsPerMinute);
  const writes = createRateWindow(now, 60_000, writeUnitsPerMinute);
  const batches = createRateWindow(now, 60_000, batchesPerMinute);
  const totals = new Map<
    string,
    { readUnits: number; writeUnits: number; requests: number; bytesWritten: number }
  >();
  const totalOf = (installation: string): NonNullable<ReturnType<typeof totals.get>> => {
    const known = totals.get(installation) ?? { readUnits: 0, writeUnits: 0, requests: 0, bytesWritten: 0 };
    totals.set(installation, known);
    return known;
  };
  return {
    request: (installation) => {
      totalOf(installation).requests += 1;
      if (!requests.take(installation)) throw storageErrors.rateLimited('requests per second');
    },
    read: (installation, bytes) => {
      const units = unitsOf(bytes);
      if (!reads.take(installation, units)) throw storageErrors.rateLimited('read units per minute');
      totalOf(installation).readUnits += units;
    },
    write: (installation, bytes) => {
      const units = unitsOf(bytes);
      if (!writes.take(installation, units)) throw storageErrors.rateLimited('write units per minute');
      totalOf(installation).writeUnits += units;
      totalOf(installation).bytesWritten += bytes;
    },
    batch: (installation) => {
      if (!batches.take(installation)) throw storageErrors.rateLimited('batch operations per minute');
    },
    used: (installation) => ({
      ...totalOf(installation),
      readUnitsInMinute: reads.used(installation),
      writeUnitsInMinute: writes.used(installation),
    }),
  };
}
