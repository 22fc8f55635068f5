import { UseCaseError } from '../errors';
import type { Ports, StoredBatch } from '../ports';

/** A bulk by its id. Throws NOT_FOUND. */
export async function requireBatch(ports: Ports, batchId: string): Promise<StoredBatch> {
  const found = await ports.batches.get(batchId);
  if (found === null) throw new UseCaseError('NOT_FOUND', 'There is no such bulk decision.');
  return found;
}
