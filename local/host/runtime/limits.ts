/** Limits of one invocation. Source of all: developer.atlassian.com/platform/forge/limits-invocation. */

/** Seconds; a function called by a UI resolver (2026-01-13). */
export const resolverTimeoutSeconds = 25;
/** Seconds; every other function without `timeoutSeconds` (2026-01-13). */
export const defaultTimeoutSeconds = 55;
/** Seconds; the largest `timeoutSeconds` of a consumer or scheduled trigger (2026-01-13). */
export const longestTimeoutSeconds = 900;

/** Bytes of a resolver request (2026-09-01, second hand; the page before had no figure). */
export const resolverRequestBytes = 500 * 1024;
/** Bytes of a resolver response (2026-09-01, second hand). */
export const resolverResponseBytes = 5 * 1024 * 1024;

/** External requests per runtime minute of the function's time limit, rounded up; product requests do not count (2026-09-01). */
export const egressPerRuntimeMinute = 100;
/** External requests per minute and app (2026-09-01). */
export const egressPerMinutePerApp = 50_000;

/** Log lines per runtime minute of the function's time limit, rounded up (2025-12-01). */
export const logLinesPerRuntimeMinute = 100;
/** Bytes of log lines per invocation (2025-12-01). What happens beyond is not documented; here the rest is dropped and recorded. */
export const logBytesPerInvocation = 200 * 1024;

/** User-led invocations per fixed minute and user of one installation (2026-09-01). */
export const invocationsPerMinutePerUser = 1_200;
/** User-led invocations per fixed minute and installation (CHANGE-3420, 2026-09-01; 5,000 before). */
export const invocationsPerMinutePerInstallation = 7_000;
/** User-led invocations per second and installation (CHANGE-3420, 2026-09-01). */
export const invocationsPerSecondPerInstallation = 300;

export const minuteMs = 60_000;

/** Runtime minutes a time limit counts for. */
export function runtimeMinutes(timeoutSeconds: number): number {
  return Math.ceil(timeoutSeconds / 60);
}
