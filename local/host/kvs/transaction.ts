import type { Database } from '../../storage/database';
import { checkKey } from './check';
import { allHold } from './conditions';
import { storageErrors } from './errors';
import { transactionBytes, transactionOperations } from './limits';
import type { EntryStore, Place } from './store';
import type { Conditions, Transaction } from './wire';

interface Guarded {
  key?: unknown;
  entityName?: string | undefined;
  conditions?: Conditions | undefined;
}

/**
 * All or nothing. Conditions look at the attributes of the entity as it is before the transaction; an entity that does
 * not exist has no attributes, so `notExists` holds and `equalTo` fails. Plain keys cannot carry conditions.
 */
export function transact(
  source: { database: Database; store: EntryStore },
  installation: string,
  transaction: Transaction,
): void {
  const sets = transaction.set ?? [];
  const deletes = transaction.delete ?? [];
  const checks = transaction.check ?? [];
  const all: Guarded[] = [...sets, ...deletes, ...checks];
  if (all.length === 0) throw storageErrors.emptyTransaction();
  if (all.length > transactionOperations) throw storageErrors.tooManyOperations();
  if (Buffer.byteLength(JSON.stringify(transaction)) > transactionBytes) throw storageErrors.maxSize();
  refuseDuplicates(all);

  const placeOf = (item: Guarded): Place =>
    item.entityName === undefined
      ? { installation, space: 'value', entity: '' }
      : { installation, space: 'entity', entity: item.entityName };

  const { database, store } = source;
  database.transaction(() => {
    for (const item of all) requireConditions(store, placeOf(item), item);
    for (const { key, value, options, ...item } of sets) {
      store.write(placeOf({ key, ...item }), { key, value, options });
    }
    for (const item of deletes) store.remove(placeOf(item), item.key);
  });
}

function refuseDuplicates(items: Guarded[]): void {
  const seen = new Set<string>();
  for (const item of items) {
    const name = `${item.entityName ?? ''}\n${checkKey(item.key)}`;
    if (seen.has(name)) throw storageErrors.duplicateKey();
    seen.add(name);
  }
}

function requireConditions(store: EntryStore, place: Place, item: Guarded): void {
  if (place.space === 'entity') store.schemaOf(place.entity);
  if (!item.conditions) return;
  if (place.space !== 'entity') throw storageErrors.invalidRequest('Conditions need an entityName.');
  const record = store.find(place, item.key)?.value ?? {};
  if (!allHold(item.conditions, record as Record<string, unknown>)) throw storageErrors.conditionFailed();
}
