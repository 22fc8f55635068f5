import type { HostClock } from './clock';
import type { Installation } from './installation';
import type { Manifest, ManifestModule } from './manifest';
import type { Recorder } from './recorder';
import type { Database } from '../storage/database';

/** Milliseconds of each `interval` a scheduledTrigger can have (manifest schema 13.7.0). */
export const intervalMs = {
  fiveMinute: 5 * 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
} as const;

/** Milliseconds between installation (or a changed trigger) and the first run; scheduled-trigger page, 2024-11. */
export const firstRunAfterMs = 5 * 60_000;

export interface Scheduler {
  /** Runs a trigger at once, whatever its interval; its next regular run stays where it is. */
  fire(moduleKey: string, installation: Installation): Promise<void>;
  /** Runs what is due; each interval that has passed counts once, missed ones are not made up for. */
  runDue(): Promise<number>;
  nextAt(): number | undefined;
}

export interface SchedulerOptions {
  database: Database;
  manifest: Manifest;
  installations: Installation[];
  clock: HostClock;
  recorder: Recorder;
  /** True when this tick runs twice ("a small chance of duplicated invocations"). */
  doubles: () => boolean;
  run: (module: ManifestModule, installation: Installation) => Promise<unknown>;
}

export function createScheduler(options: SchedulerOptions): Scheduler {
  const { database, manifest, installations, clock, recorder } = options;
  const triggers = manifest.modules.filter((module) => module.type === 'scheduledTrigger');
  for (const module of triggers) {
    for (const installation of installations) enter(database, { module, installation, now: clock.now() });
  }

  const runOnce = async (module: ManifestModule, installation: Installation): Promise<void> => {
    const { installationId, license } = installation;
    if (module.filter?.appIsLicensed && !(license?.active ?? license?.isActive)) return;
    try {
      checkAnswer({ module, installationId, recorder }, await options.run(module, installation));
    } catch (error) {
      // Not retried: the next regular run is the next chance (scheduled-trigger page, 2024-11).
      const what = `${module.key} failed: ${error instanceof Error ? error.message : String(error)}`;
      recorder.note({ kind: 'warning', service: 'schedule', what, installationId });
    }
  };

  const fire: Scheduler['fire'] = async (moduleKey, installation) => {
    const module = triggers.find((trigger) => trigger.key === moduleKey);
    if (!module) throw new Error(`The manifest has no scheduledTrigger '${moduleKey}'.`);
    await runOnce(module, installation);
    if (options.doubles()) await runOnce(module, installation);
  };

  return {
    fire,
    runDue: async () => {
      const now = clock.now();
      const due = database.all<{ installation: string; module: string; interval: string; next_at: number }>(
        'SELECT * FROM schedules WHERE next_at <= ? ORDER BY next_at, installation, module',
        now,
      );
      for (const row of due) {
        const step = intervalMs[row.interval as keyof typeof intervalMs];
        const nextAt = row.next_at + step * (Math.floor((now - row.next_at) / step) + 1);
        database.run(
          'UPDATE schedules SET next_at = ? WHERE installation = ? AND module = ?',
          ...[nextAt, row.installation, row.module],
        );
        const installation = installations.find((one) => one.installationId === row.installation);
        const known = triggers.some((trigger) => trigger.key === row.module);
        if (installation && known) await fire(row.module, installation);
      }
      return due.length;
    },
    nextAt: () =>
      database.get<{ at: number | null }>('SELECT min(next_at) AS at FROM schedules')?.at ?? undefined,
  };
}

/** A changed interval starts afresh, as a changed trigger does after a deployment. */
function enter(
  database: Database,
  entry: { module: ManifestModule; installation: Installation; now: number },
): void {
  const { module, installation, now } = entry;
  const interval = module.interval ?? 'day';
  const known = database.get<{ interval: string }>(
    'SELECT interval FROM schedules WHERE installation = ? AND module = ?',
    ...[installation.installationId, module.key],
  );
  if (known?.interval === interval) return;
  database.run(
    'INSERT OR REPLACE INTO schedules (installation, module, interval, next_at) VALUES (?, ?, ?, ?)',
    ...[installation.installationId, module.key, interval, now + firstRunAfterMs],
  );
}

/**
 * The function reference (2025-02) wants an HTTP-like answer and records 424 otherwise; the module page says the answer
 * is ignored. Both are honoured: it is recorded, and has no further effect.
 */
function checkAnswer(
  about: { module: ManifestModule; installationId: string; recorder: Recorder },
  result: unknown,
): void {
  const status =
    typeof result === 'object' && result !== null && 'statusCode' in result ? result.statusCode : undefined;
  if (typeof status === 'number') return;
  const { module, installationId, recorder } = about;
  const what = `${module.key} returned no statusCode; Forge records 424 for that`;
  recorder.note({ kind: 'warning', service: 'schedule', what, installationId });
}
