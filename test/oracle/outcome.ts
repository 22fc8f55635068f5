/*
 * The part of decisions.json that follows from an org file alone, written down from the machine contract
 * and not from the app: the oracle shares no type with what it judges.
 */

export type Certainty = boolean | 'unknown';

/** Stands in for a sentence the app is free to word; `comparable` puts it in place of every good one. */
export const FREE_TEXT = '(one line of text)';

export interface OutcomeAnomaly {
  kind: string;
  groupId?: string | undefined;
  accountId?: string | undefined;
  ari?: string | undefined;
  detail: string;
}

export interface OutcomeRow {
  path: {
    via: string;
    groupId?: string | undefined;
    groupName?: string | undefined;
    roles: string[];
    idp: { scimDirectoryId: string; scimGroupId: string } | null;
  };
  owner: string;
  rule: string;
  because: string;
  signal: string | null;
  decision: string;
  hold: string | null;
  findings: string[];
  billable: Certainty;
  anomalies: string[];
}

export interface OutcomeCase {
  accountId: string;
  ari: string;
  billable: Certainty;
  billableBecause: string;
  identity: {
    accountType: string;
    accountStatus: string;
    membershipStatus: string;
    claimStatus: string;
    managementSource: string;
    scim: string;
  };
  lastActive: string;
  inactive: Certainty;
  directChecked: boolean;
  split: boolean;
  signals: string[];
  freeing: { edits: number; byOwner: Record<string, number | undefined> };
  rows: OutcomeRow[];
}

/** Keys stand in the contract's order; lists too, but for the top-level anomalies, whose order is by kind. */
export interface Outcome {
  resources: { ari: string; typeKey: string; name: string }[];
  anomalies: OutcomeAnomaly[];
  cases: OutcomeCase[];
}

export interface OracleSettings {
  inactiveDays: number;
  /** RFC 3339; left out: the org file's `now`. */
  now?: string | undefined;
  deep: boolean;
}
