import { checkKey } from './check';
import { StorageError, storageErrors } from './errors';
import { batchBytes, batchKeys } from './limits';
import { viewOf, type EntryStore, type EntryView, type Place } from './store';

interface Item {
  key?: unknown;
  entityName?: string | undefined;
}

interface Failure extends Item {
  error: { code: string; message: string };
}

export interface BatchAnswer {
  successfulKeys: (Item & Partial<EntryView>)[];
  failedKeys: Failure[];
}

/** Runs each item on its own: what fails is reported, the rest stays. A wrong request fails as a whole. */
export function runBatch<Each extends Item>(
  verb: 'set' | 'get' | 'delete',
  items: Each[],
  each: (item: Each) => Partial<EntryView>,
): BatchAnswer {
  if (items.length === 0) throw storageErrors.invalidRequest('A batch needs at least one key.');
  if (items.length > batchKeys) throw storageErrors.tooManyInBatch(verb, items.length, batchKeys);
  if (Buffer.byteLength(JSON.stringify(items)) > batchBytes) throw storageErrors.maxSize();
  const names = new Set(items.map((item) => `${item.entityName ?? ''}\n${String(item.key)}`));
  if (names.size < items.length) throw storageErrors.duplicateKey();
  const answer: BatchAnswer = { successfulKeys: [], failedKeys: [] };
  for (const item of items) {
    const name =
      item.entityName === undefined ? { key: item.key } : { key: item.key, entityName: item.entityName };
    try {
      answer.successfulKeys.push({ ...name, ...each(item) } as BatchAnswer['successfulKeys'][number]);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      answer.failedKeys.push({ ...name, error: { code: error.code, message: error.message } });
    }
  }
  return answer;
}

export function placeOfItem(installation: string, item: Item): Place {
  return item.entityName === undefined
    ? { installation, space: 'value', entity: '' }
    : { installation, space: 'entity', entity: item.entityName };
}

export function readItem(store: EntryStore, installation: string, item: Item): EntryView {
  const place = placeOfItem(installation, item);
  if (place.space === 'entity') store.schemaOf(place.entity);
  const entry = store.find(place, checkKey(item.key));
  if (!entry) throw storageErrors.keyNotFound();
  return viewOf(entry);
}
