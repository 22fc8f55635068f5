import type { Snapshot } from '../contracts/snapshot';
import type { PathTable } from '../access/path-table';
import type { Ownership } from '../ownership/classify';
import type { Plan } from '../billing/seats';
import { indexBilling } from '../billing/row-billing';
import type { ActivityWindow } from './activity';
import type { DecisionColumns } from './columns';
import { decideCases } from './decide-cases';
import { decideRows } from './decide-rows';
import { findRows } from './find-rows';

export interface DecisionSettings extends ActivityWindow {
  /** What the admin said of plans, by ARI; a resource without an entry counts as paid. */
  readonly plans: ReadonlyMap<string, Plan>;
}

/** Decides every case and row of a path table. Pure; time is linear in the rows. */
export function decide(
  snapshot: Snapshot,
  paths: PathTable,
  ownership: Ownership,
  settings: DecisionSettings,
): DecisionColumns {
  const billing = indexBilling(snapshot, settings.plans);
  const rows = decideRows(snapshot, paths, ownership, billing);
  const cases = decideCases(snapshot, paths, rows, settings);
  const rowFindings = findRows({ snapshot, paths, ownership, billing, rows, cases });
  return {
    accountStanding: billing.accountStanding,
    resourceStanding: billing.resourceStanding,
    ...rows,
    ...cases,
    rowFindings,
  };
}
