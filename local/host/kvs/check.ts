import type { EntitySchema } from '../manifest';
import { storageErrors } from './errors';
import {
  keyCharacters,
  keyPattern,
  largestInteger,
  longestTtlMs,
  smallestInteger,
  valueBytes,
  valueDepth,
} from './limits';

const ttlUnitMs = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

export function checkKey(key: unknown): string {
  if (key === undefined || key === null || key === '') throw storageErrors.emptyKey();
  if (typeof key !== 'string') throw storageErrors.invalidKey();
  if (key.length > keyCharacters) throw storageErrors.keyTooLong(keyCharacters);
  if (!keyPattern.test(key)) throw storageErrors.invalidKey();
  return key;
}

/** @returns the value as JSON, checked for size and depth. */
export function checkValue(value: unknown): string {
  if (value === undefined) throw storageErrors.invalidRequest('A value is needed.');
  const json = JSON.stringify(value);
  if (Buffer.byteLength(json) > valueBytes) throw storageErrors.maxSize();
  if (depthOf(value) > valueDepth) throw storageErrors.maxDepth();
  return json;
}

function depthOf(value: unknown): number {
  let depth = 0;
  let level: unknown[] = [value];
  while ((level = level.filter((part) => typeof part === 'object' && part !== null)).length > 0) {
    depth += 1;
    level = level.flatMap((part) => Object.values(part as object) as unknown[]);
  }
  return depth;
}

const typeChecks: Record<EntitySchema['attributes'][string]['type'], (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: (value) =>
    Number.isInteger(value) && (value as number) >= smallestInteger && (value as number) <= largestInteger,
  float: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  any: () => true,
};

/** An entity is an object whose declared attributes have the declared types. Undeclared attributes are refused. */
export function checkEntityValue(schema: EntitySchema, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw storageErrors.entityValue('An entity value must be an object.');
  }
  const record = value as Record<string, unknown>;
  for (const [name, attribute] of Object.entries(record)) {
    const type = Object.hasOwn(schema.attributes, name) ? schema.attributes[name]?.type : undefined;
    if (!type) throw storageErrors.entityValue(`The entity has no attribute '${name}'.`);
    if (attribute === null || typeChecks[type](attribute)) continue;
    throw storageErrors.attributeType(name, type);
  }
  return record;
}

/** @returns epoch milliseconds at which the value expires. */
export function expiryOf(
  ttl: { value: number; unit: keyof typeof ttlUnitMs } | undefined,
  now: number,
): number | null {
  if (!ttl) return null;
  if (!Number.isInteger(ttl.value) || ttl.value <= 0) throw storageErrors.ttl(ttl.value);
  const ms = ttl.value * ttlUnitMs[ttl.unit];
  if (ms > longestTtlMs) throw storageErrors.ttl(ttl.value);
  return now + ms;
}
