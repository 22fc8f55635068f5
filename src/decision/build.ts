import type { Snapshot } from '../contracts/snapshot';
import { tracePaths } from '../access/trace';
import { classifyOwnership } from '../ownership/classify';
import { decide, type DecisionSettings } from './decide';
import type { DecisionTable } from './tell';

/** Everything that can be concluded from a snapshot: paths, owners, decisions. Pure. */
export function buildDecisionTable(snapshot: Snapshot, settings: DecisionSettings): DecisionTable {
  const paths = tracePaths(snapshot);
  const ownership = classifyOwnership(snapshot);
  return { snapshot, paths, ownership, columns: decide(snapshot, paths, ownership, settings) };
}
