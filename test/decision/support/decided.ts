import type { OrgFile } from '../../../local/org/org-file';
import type { DecisionCase } from '../../../src/contracts/decisions';
import type { Snapshot } from '../../../src/contracts/snapshot';
import type { Plan } from '../../../src/billing/seats';
import { buildDecisionTable } from '../../../src/decision/build';
import type { DecisionTable } from '../../../src/decision/tell';
import { tellCases } from '../../../src/evidence/decisions-file';
import { snapshotOfOrg } from '../../properties/snapshot-of-org';
import { WORLD_NOW } from '../../support/org-builder';

export interface Settings {
  readonly deep?: boolean;
  readonly plans?: ReadonlyMap<string, Plan>;
  /** What the API showed differently than any org file can say. */
  readonly shown?: (snapshot: Snapshot) => Snapshot;
}

export function tableOf(
  org: OrgFile,
  { deep = false, plans = new Map(), shown }: Settings = {},
): DecisionTable {
  const snapshot = snapshotOfOrg(org, deep);
  return buildDecisionTable(shown ? shown(snapshot) : snapshot, {
    now: Date.parse(WORLD_NOW),
    inactiveDays: 90,
    plans,
  });
}

export function casesOf(org: OrgFile, settings: Settings = {}): DecisionCase[] {
  return [...tellCases(tableOf(org, settings))];
}

/** The snapshot with another text in place of one in a column of the accounts. */
export function renamed(
  column: 'type' | 'accountStatus' | 'membershipStatus' | 'status',
  to: string,
): NonNullable<Settings['shown']> {
  return (snapshot) => {
    const { codes } = snapshot.accounts[column];
    return {
      ...snapshot,
      accounts: { ...snapshot.accounts, [column]: { values: [to], codes: codes.map(() => 0) } },
    };
  };
}
