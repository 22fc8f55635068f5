/** Limits of async events, per installation. Source unless told otherwise: limits-async-events, 2026-02-26. */

/** Events of one push; also checked by `@forge/events` 3.0.8. */
export const eventsPerPush = 50;
/** Bytes of all events of one push; also checked by `@forge/events` 3.0.8. */
export const pushBytes = 200 * 1024;
/** Bytes of one event whose consumer has a time limit above 55 s. */
export const longConsumerEventBytes = 100 * 1024;
/** Seconds above which a consumer is a long-running one. */
export const longConsumerSeconds = 55;
export const eventsPerMinute = 500;
/** Push requests in the whole chain that one first invocation sets off. */
export const pushesPerChain = 1_000;
/** Bytes of `retryData`. */
export const retryDataBytes = 4 * 1024;
/** Bytes of event and `retryData` together, above which an event is silently not retried; ECO-759, 2025-04-02. */
export const retriedEventBytes = 200 * 1024;
/** Seconds; larger `delayInSeconds` are refused, larger `retryAfter` are lowered (async events page, 2026-10). */
export const longestDelaySeconds = 900;
/** Milliseconds after the push during which an event that fails is tried again; CHANGE-2642, 2025-07-01. */
export const retentionMs = 24 * 3_600_000;
/** Milliseconds before the first retry of an event whose consumer threw. Own choice: no figure is published. */
export const firstRetryMs = 5_000;
/** Milliseconds; "intervals reaching up to approximately 15 minutes" (async events page, 2026-10). */
export const longestRetryMs = 15 * 60_000;
