import type { Signal } from '../contracts/vocabulary';
import { ATLASSIAN_PAGES, PAGES_CHECKED } from '../ownership/atlassian-pages';

export interface FoundingRow {
  readonly signal: Signal;
  readonly title: string;
  readonly verify: string;
  readonly outcome: string;
  /** The Atlassian page the row rests on, and the day it was checked (S2, S20). */
  readonly source: string;
  readonly checked: string;
}

/** The five rows of the decision table that Seatpath was founded on. */
export const foundingTable: readonly FoundingRow[] = [
  {
    signal: 'idp-synced-group',
    title: 'Access through a group that the identity provider syncs',
    verify: 'The synced directory, the group’s source and the identity owner.',
    outcome: 'Route the change to the identity owner and keep the evidence.',
    source: ATLASSIAN_PAGES.provisioning,
    checked: PAGES_CHECKED,
  },
  {
    signal: 'default-group-access',
    title: 'Access through a default group of the product',
    verify: 'Which default group gives the access, and how the account came into it.',
    outcome: 'Review the membership, or redesign the default group.',
    source: ATLASSIAN_PAGES.defaultGroups,
    checked: PAGES_CHECKED,
  },
  {
    signal: 'scim-and-local-paths',
    title: 'Synced and local paths side by side',
    verify: 'Each path for itself, and which of them keeps the access and the seat.',
    outcome: 'Split the case: a route-out for the synced rows, local review for the others.',
    source: ATLASSIAN_PAGES.appAccess,
    checked: PAGES_CHECKED,
  },
  {
    signal: 'scim-user-inactive',
    title: 'The identity provider says the person is inactive',
    verify: 'Identity status, Atlassian account, product access and local groups, each for itself.',
    outcome: 'Do not assume that deprovisioning removed local access; review the path that bills.',
    source: ATLASSIAN_PAGES.provisioning,
    checked: PAGES_CHECKED,
  },
  {
    signal: 'override-requested',
    title: 'An admin wants to edit synced access locally',
    verify: 'Whether Atlassian accepts the edit, and whether it survives the next sync.',
    outcome: 'Refuse, unless the identity owner approved a boundary exception.',
    source: ATLASSIAN_PAGES.groupMembership,
    checked: PAGES_CHECKED,
  },
];
