/** A refusal of storage; becomes `{code, message}` with its status, which `@forge/kvs` throws as ForgeKvsAPIError. */
export class StorageError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'StorageError';
  }
}

/**
 * Codes, and where each is known from: `doc` handling-errors-kvs 2024-03-14 and handling-errors-customentities
 * 2025-03-14; `measured` a third party's probe of the live platform, 2026-10-09; `own` not known, named here.
 */
export const storageErrors = {
  /** doc */
  emptyKey: () => new StorageError(400, 'EMPTY_KEY', 'Key cannot be empty.'),
  /** doc */
  invalidKey: () => new StorageError(400, 'INVALID_KEY', 'The key has characters that are not allowed.'),
  /** doc */
  keyTooLong: (most: number) =>
    new StorageError(400, 'KEY_TOO_LONG', `The key is longer than ${most} characters.`),
  /** measured */
  keyNotFound: () => new StorageError(404, 'KEY_NOT_FOUND', 'Provided key does not exist'),
  /** measured */
  keyConflict: () =>
    new StorageError(409, 'KEY_CONFLICT', 'Provided key already exists and cannot be overwritten'),
  /** doc */
  maxSize: () => new StorageError(400, 'MAX_SIZE', 'The value is larger than the maximum size.'),
  /** doc */
  maxDepth: () => new StorageError(400, 'MAX_DEPTH', 'The value is nested deeper than the maximum depth.'),
  /** measured */
  unknownEntity: () => new StorageError(404, 'SCHEMA_NOT_FOUND', 'The schema provided does not exist'),
  /** doc */
  entityValue: (why: string) => new StorageError(400, 'INVALID_ENTITY_VALUE', why),
  /** measured for integers */
  attributeType: (name: string, type: string) =>
    new StorageError(
      400,
      'INCORRECT_PROPERTY_TYPE',
      `Data type for property "${name}" is defined as "${type}"`,
    ),
  /** doc */
  unknownIndex: (name: string) =>
    new StorageError(400, 'INVALID_ENTITY_INDEX', `Index '${name}' is not declared.`),
  /** own */
  partition: (name: string) =>
    new StorageError(
      400,
      'INVALID_PARTITION',
      `Index '${name}' needs one value for each partition attribute.`,
    ),
  /** doc */
  pageLimit: (most: number) =>
    new StorageError(
      400,
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
      `The page limit must be set between 1 and ${most}.`,
    ),
  /** own */
  cursor: () => new StorageError(400, 'INVALID_CURSOR', 'The cursor does not belong to this query.'),
  /** doc */
  filterCombination: () =>
    new StorageError(
      400,
      'INVALID_FILTER_OPERATORS_COMBINATION',
      '"and" and "or" cannot stand side by side.',
    ),
  /** doc */
  emptyFilter: () => new StorageError(400, 'EMPTY_FILTER_OPERATOR', 'A filter needs at least one condition.'),
  /** own */
  condition: (why: string) => new StorageError(400, 'INVALID_CONDITION', why),
  /** measured */
  conditionFailed: () =>
    new StorageError(
      400,
      'CONDITIONAL_CHECK_FAILED',
      'Request failed due to conditional check specified or optimistic locking',
    ),
  /** doc (REST transaction group, 2026-10) */
  emptyTransaction: () =>
    new StorageError(
      400,
      'INVALID_TRANSACTION_REQUEST',
      'Transaction request must include one of set, check or delete.',
    ),
  /** measured */
  tooManyOperations: () =>
    new StorageError(
      422,
      'UNPROCESSABLE_ENTITY',
      'Request cannot be processed due to one or more semantic errors',
    ),
  /** measured for transactions; the batch page says such a request fails as a whole */
  duplicateKey: () => new StorageError(400, 'KEY_DUPLICATION_ERROR', 'Duplicate key found in request'),
  /** measured for set */
  tooManyInBatch: (verb: string, count: number, most: number) =>
    new StorageError(
      400,
      'TOO_MANY_BATCH_ENTITIES',
      `Number of entities to ${verb} was ${count}, but you can only ${verb} a maximum of ${most} entities at a time.`,
    ),
  /** measured */
  ttl: (value: number) =>
    new StorageError(400, 'INVALID_TTL', `TTL value must be a positive integer, received: ${value}`),
  /** doc */
  rateLimited: (what: string) => new StorageError(429, 'RATE_LIMIT_EXCEEDED', `Too many requests: ${what}.`),
  /** own */
  invalidRequest: (why: string) => new StorageError(400, 'INVALID_REQUEST', why),
};
