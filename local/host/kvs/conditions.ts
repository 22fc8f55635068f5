import { storageErrors } from './errors';
import type { Clause, Conditions } from './wire';

type Test = (actual: unknown, values: unknown[]) => boolean;

const sameKind = (a: unknown, b: unknown): boolean => typeof a === typeof b;
const below = (a: unknown, b: unknown): boolean => sameKind(a, b) && (a as number) < (b as number);
const absent = (value: unknown): boolean => value === undefined || value === null;

/** Conditions of `@forge/kvs` 1.6.5 (out/conditions.js); comparisons only hold between values of one type. */
const tests: Record<string, Test> = {
  EQUAL_TO: (actual, [value]) => actual === value,
  NOT_EQUAL_TO: (actual, [value]) => actual !== value,
  LESS_THAN: (actual, [value]) => below(actual, value),
  LESS_THAN_EQUAL_TO: (actual, [value]) => actual === value || below(actual, value),
  GREATER_THAN: (actual, [value]) => below(value, actual),
  GREATER_THAN_EQUAL_TO: (actual, [value]) => actual === value || below(value, actual),
  BETWEEN: (actual, [from, to]) =>
    (actual === from || below(from, actual)) && (actual === to || below(actual, to)),
  BEGINS_WITH: (actual, [start]) => typeof actual === 'string' && actual.startsWith(String(start)),
  CONTAINS: (actual, [part]) => contains(actual, part),
  NOT_CONTAINS: (actual, [part]) => !contains(actual, part),
  EXISTS: (actual) => !absent(actual),
  NOT_EXISTS: (actual) => absent(actual),
};

function contains(actual: unknown, part: unknown): boolean {
  if (Array.isArray(actual)) return actual.includes(part);
  return typeof actual === 'string' && actual.includes(String(part));
}

/** Conditions a range of an index may use; `where` has no contains or exists. */
export const rangeConditions = new Set([
  'EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'BETWEEN',
  'BEGINS_WITH',
]);

export function holds(clause: Clause, record: Record<string, unknown>): boolean {
  const test = Object.hasOwn(tests, clause.condition) ? tests[clause.condition] : undefined;
  if (!test) throw storageErrors.condition(`Unknown condition ${clause.condition}.`);
  if (clause.condition === 'BETWEEN' && clause.values.length < 2) {
    throw storageErrors.condition('BETWEEN needs two values.');
  }
  return test(Object.hasOwn(record, clause.property) ? record[clause.property] : undefined, clause.values);
}

/** A filter is "and" or "or", never both, never empty. */
export function allHold(conditions: Conditions, record: Record<string, unknown>): boolean {
  if (conditions.and && conditions.or) throw storageErrors.filterCombination();
  const clauses = conditions.and ?? conditions.or ?? [];
  if (clauses.length === 0) throw storageErrors.emptyFilter();
  const results = clauses.map((clause) => holds(clause, record));
  return conditions.or ? results.some(Boolean) : results.every(Boolean);
}
