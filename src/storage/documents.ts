import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { z } from 'zod';
import { Conflict } from '../usecases/ports';
import { entities } from './keys';

/** A document and the version it was read at; version 0 stands for "not there yet". */
export interface Versioned<T> {
  readonly version: number;
  readonly body: T;
}

export type Transaction = ReturnType<typeof kvs.transact>;

const Stored = z.object({ version: z.int(), body: z.unknown() });

export async function loadDocument<T>(key: string, schema: z.ZodType<T>): Promise<Versioned<T> | null> {
  const found = await kvs.entity(entities.document).get(key);
  if (found === undefined) return null;
  const { version, body } = Stored.parse(found);
  return { version, body: schema.parse(body) };
}

/** Adds to a transaction: the document becomes `body` if it still has the version it was read at. */
export function setDocument(
  transaction: Transaction,
  key: string,
  version: number,
  body: unknown,
): Transaction {
  const condition = version === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(version);
  return transaction.set(
    key,
    { version: version + 1, body },
    {
      entityName: entities.document,
      conditions: new Filter<{ version: number; body: unknown }>().and('version', condition),
    },
  );
}

/** Runs a transaction; a failed condition is a `Conflict`. */
export async function execute(transaction: Transaction): Promise<void> {
  try {
    await transaction.execute();
  } catch (error) {
    if (isConditionFailure(error)) throw new Conflict('changed meanwhile', { cause: error });
    throw error;
  }
}

/** The platform's code for it is not documented, so the status and the words count too (open point). */
function isConditionFailure(error: unknown): boolean {
  if (!(error instanceof ForgeKvsAPIError)) return false;
  return error.responseDetails.status === 409 || /CONDITION|CONFLICT/i.test(`${error.code} ${error.message}`);
}

export async function saveDocument(key: string, version: number, body: unknown): Promise<void> {
  await execute(setDocument(kvs.transact(), key, version, body));
}
