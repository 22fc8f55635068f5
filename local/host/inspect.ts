import type { Inspection, InspectedEntry } from './host-types';
import type { StorageRates } from './kvs/rates';
import type { Space } from './kvs/store';
import type { Recorder } from './recorder';
import type { Invoker } from './runtime/invoke';
import type { LogKeeper } from './runtime/log-keeper';
import type { Database } from '../storage/database';

interface Row {
  space: Space;
  entity: string;
  key: string;
  value: string | Uint8Array;
  bytes: number;
  expires_at: number | null;
}

/** What one installation has stored, logged and been refused. */
export function inspectInstallation(
  parts: { database: Database; rates: StorageRates; logs: LogKeeper; recorder: Recorder; invoker: Invoker },
  installationId: string,
): Inspection {
  const { database, rates, logs, recorder, invoker } = parts;
  const entries = (): InspectedEntry[] =>
    database
      .all<Row>(
        `SELECT space, entity, key, value, bytes, expires_at FROM entries
         WHERE installation = ? ORDER BY space, entity, key`,
        installationId,
      )
      .map(({ space, entity, key, value, bytes, expires_at }) => {
        const shown = typeof value === 'string' ? { value: JSON.parse(value) as unknown } : {};
        return { space, entity, key, ...shown, bytes, expiresAt: expires_at };
      });
  return {
    entries,
    storage: rates.used(installationId),
    logs: logs.lines(installationId),
    invocations: invoker.records(installationId),
    refusals: recorder.list({ installationId }),
  };
}
