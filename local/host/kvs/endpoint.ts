import { z } from 'zod';
import { answer } from '../errors';
import type { Database } from '../../storage/database';
import { placeOfItem, readItem, runBatch } from './batch';
import { StorageError, storageErrors } from './errors';
import { queryEntities, queryKeys, type Page } from './query';
import type { StorageRates } from './rates';
import { viewOf, type EntryStore, type Place } from './store';
import { transact } from './transaction';
import {
  batchKeysSchema,
  batchSetSchema,
  entityQuerySchema,
  keyedSchema,
  querySchema,
  setSchema,
  transactionSchema,
} from './wire';

/** `__forge_fetch__({type:'kvs'}, path, …)`. */
export interface StorageEndpoint {
  handle(installation: string, path: string, bodyText: string): Response;
  knows(path: string): boolean;
}

type Operation = (installation: string, body: unknown, bytes: number) => Response;

const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const read = schema.safeParse(body);
  if (!read.success) throw storageErrors.invalidRequest(z.prettifyError(read.error));
  return read.data;
}

function placeFor(space: Place['space'], installation: string, entityName?: string): Place {
  if (space !== 'entity') return { installation, space, entity: '' };
  if (entityName === undefined) throw storageErrors.invalidRequest('An entityName is needed.');
  return { installation, space, entity: entityName };
}

/** The storage service: paths and bodies of `@forge/kvs` 1.6.5, limits and codes of the platform. */
export function createStorageEndpoint(source: {
  database: Database;
  store: EntryStore;
  rates: StorageRates;
}): StorageEndpoint {
  const { store, rates } = source;

  const get =
    (space: Place['space']): Operation =>
    (installation, body) => {
      const { key, entityName } = parse(keyedSchema, body);
      const place = placeFor(space, installation, entityName);
      if (space === 'entity') store.schemaOf(place.entity);
      const entry = store.find(place, key);
      rates.read(installation, entry?.bytes ?? 0);
      if (!entry) throw storageErrors.keyNotFound();
      return answer(200, viewOf(entry));
    };

  const set =
    (space: Place['space']): Operation =>
    (installation, body, bytes) => {
      const { key, value, entityName, options } = parse(setSchema, body);
      rates.write(installation, bytes);
      const view = store.write(placeFor(space, installation, entityName), { key, value, options });
      return view ? answer(200, view) : answer(204);
    };

  const remove =
    (space: Place['space']): Operation =>
    (installation, body) => {
      const { key, entityName } = parse(keyedSchema, body);
      const place = placeFor(space, installation, entityName);
      if (space === 'entity') store.schemaOf(place.entity);
      rates.write(installation, 0);
      if (!store.remove(place, key)) throw storageErrors.keyNotFound();
      return answer(204);
    };

  const page = (installation: string, { bytes, ...rest }: Page): Response => {
    rates.read(installation, bytes);
    return answer(200, rest);
  };

  const operations: Record<string, Operation> = {
    '/api/v1/get': get('value'),
    '/api/v1/set': set('value'),
    '/api/v1/delete': remove('value'),
    '/api/v1/secret/get': get('secret'),
    '/api/v1/secret/set': set('secret'),
    '/api/v1/secret/delete': remove('secret'),
    '/api/v1/entity/get': get('entity'),
    '/api/v1/entity/set': set('entity'),
    '/api/v1/entity/delete': remove('entity'),
    '/api/v1/query': (installation, body) =>
      page(installation, queryKeys(store, installation, parse(querySchema, body))),
    '/api/v1/entity/query': (installation, body) =>
      page(installation, queryEntities(source, installation, parse(entityQuerySchema, body))),
    '/api/v1/transaction': (installation, body, bytes) => {
      const transaction = parse(transactionSchema, body);
      rates.write(installation, bytes);
      transact(source, installation, transaction);
      return answer(204);
    },
    '/api/v1/batch/set': (installation, body, bytes) => {
      const items = parse(batchSetSchema, body);
      rates.batch(installation);
      rates.write(installation, bytes);
      const write = (item: (typeof items)[number]): object => {
        const { key, value, options } = item;
        store.write(placeOfItem(installation, item), { key, value, options });
        return {};
      };
      return answer(200, runBatch('set', items, write));
    },
    '/api/v1/batch/get': (installation, body) => {
      const items = parse(batchKeysSchema, body);
      rates.batch(installation);
      const result = runBatch('get', items, (item) => readItem(store, installation, item));
      rates.read(installation, jsonBytes(result));
      return answer(200, result);
    },
    '/api/v1/batch/delete': (installation, body) => {
      const items = parse(batchKeysSchema, body);
      rates.batch(installation);
      rates.write(installation, 0);
      const drop = (item: (typeof items)[number]): object => {
        store.remove(placeOfItem(installation, item), item.key);
        return {};
      };
      return answer(200, runBatch('delete', items, drop));
    },
  };

  return {
    knows: (path) => Object.hasOwn(operations, path),
    handle: (installation, path, bodyText) => {
      try {
        rates.request(installation);
        const body: unknown = JSON.parse(bodyText);
        return operations[path]!(installation, body, Buffer.byteLength(bodyText));
      } catch (error) {
        if (error instanceof StorageError) {
          return answer(error.status, { code: error.code, message: error.message });
        }
        throw error;
      }
    },
  };
}
