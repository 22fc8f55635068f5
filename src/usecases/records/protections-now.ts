import type { Protection } from '../../contracts/records';
import type { DecisionTable } from '../../decision/tell';
import { openBook } from '../../review/book';
import { indexProtections } from '../../review/protections';
import type { Ports } from '../ports';

/** Which protection in force names an account of this table, by its index; null where none does. */
export async function protectionsNow(
  ports: Ports,
  table: DecisionTable,
): Promise<(account: number) => Protection | null> {
  const known = await ports.records.list('protection');
  return indexProtections(table, openBook(known, ports.clock.now()).protections);
}
