/** Limits of Forge storage (key-value store and custom entities), per installation. */

/** Characters; limits-kvs-ce, 2025-12-01. */
export const keyCharacters = 500;
/** handling-errors-kvs, 2024-03-14; the dash stands between two classes there and is meant literally. */
export const keyPattern = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
/** Bytes of one value as JSON ("in RAW"); limits-kvs-ce, 2025-12-01. */
export const valueBytes = 240 * 1024;
/** Levels of objects and arrays; limits-kvs-ce, 2025-12-01 (an older page says 32). */
export const valueDepth = 31;

/** Operations of one transaction; transactions page 2025-03-03, measured by a third party 2026-10-09. */
export const transactionOperations = 25;
/** Bytes of one transaction; 2025-03-03. */
export const transactionBytes = 4 * 1024 * 1024;
/** Keys of one batch; batchops 2026-02-05, measured by a third party 2026-10-09. */
export const batchKeys = 25;
/** Bytes of one batchSet; batchops 2026-02-05. */
export const batchBytes = 4 * 1024 * 1024;
/** Batch calls per minute; batchops 2026-02-05. */
export const batchesPerMinute = 45;

/** Rows of a query page when none is asked for; kvs-api-query, CHANGE-1916 2024-08-26. */
export const defaultPage = 10;
/** Largest page; CHANGE-1916 2024-08-26. */
export const largestPage = 100;
/** Conditions of one entity query; entities-api-query, 2026-10. */
export const queryConditions = 100;

/** Requests per second; limits-kvs-ce, 2025-12-01. */
export const requestsPerSecond = 1_000;
/** Read units per minute; limits-kvs-ce, 2025-12-01. */
export const readUnitsPerMinute = 4_000;
/** Write units per minute; limits-kvs-ce, 2025-12-01. */
export const writeUnitsPerMinute = 4_000;
/** Bytes of one unit, every request rounded up; a batch or transaction counts as one request; 2025-12-01. */
export const unitBytes = 10 * 1024;

/** Milliseconds; the longest time to live, one year; storage-reference TTL section, 2026-10. */
export const longestTtlMs = 365 * 86_400_000;

/** Smallest and largest `integer` attribute: 32 bits, so epoch milliseconds do not fit; custom entities page. */
export const smallestInteger = -(2 ** 31);
export const largestInteger = 2 ** 31 - 1;
