import type { Signal } from '../contracts/vocabulary';
import { ATLASSIAN_PAGES, PAGES_CHECKED } from '../contracts/atlassian-pages';

export interface FoundingRow {
  readonly signal: Signal;
  readonly title: string;
  readonly verify: string;
  /** Whose a change is. */
  readonly belongsTo: string;
  readonly outcome: string;
  /** What must not be done. */
  readonly never: string;
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
    belongsTo: 'The identity owner: the provider writes the membership.',
    outcome: 'Route the change to the identity owner and keep the evidence.',
    never: 'Edit the synced group in Atlassian: it is refused, or undone by the next sync.',
    source: ATLASSIAN_PAGES.provisioning,
    checked: PAGES_CHECKED,
  },
  {
    signal: 'default-group-access',
    title: 'Access through a default group of the product',
    verify: 'Which default group gives the access, and how the account came into it.',
    belongsTo: 'Whoever designs the default group.',
    outcome: 'Review the membership, or redesign the default group.',
    never:
      'Treat it like a synced group: what is removed comes back with the next grant or invite, not with a sync.',
    source: ATLASSIAN_PAGES.defaultGroups,
    checked: PAGES_CHECKED,
  },
  {
    signal: 'scim-and-local-paths',
    title: 'Synced and local paths side by side',
    verify: 'Each path for itself, and which of them keeps the access and the seat.',
    belongsTo: 'Each path to its own owner.',
    outcome: 'Split the case: a route-out for the synced rows, local review for the others.',
    never: 'Count a saving while one of the paths is left.',
    source: ATLASSIAN_PAGES.appAccess,
    checked: PAGES_CHECKED,
  },
  {
    signal: 'scim-user-inactive',
    title: 'The identity provider says the person is inactive',
    verify: 'Identity status, Atlassian account, product access and local groups, each for itself.',
    belongsTo: 'The owner of the path that still bills.',
    outcome: 'Do not assume that deprovisioning removed local access; review the path that bills.',
    never: 'Take a person who is deactivated at the provider for a seat that is free.',
    source: ATLASSIAN_PAGES.provisioning,
    checked: PAGES_CHECKED,
  },
  {
    signal: 'override-requested',
    title: 'An admin wants to edit synced access locally',
    verify: 'Whether Atlassian accepts the edit, and whether it survives the next sync.',
    belongsTo: 'The identity owner: an exception needs his word.',
    outcome: 'Refuse, unless the identity owner approved a boundary exception.',
    never: 'Agree to what you asked for yourself, or count on an edit before scans have seen it last.',
    source: ATLASSIAN_PAGES.groupMembership,
    checked: PAGES_CHECKED,
  },
];
