import type { Decision, Owner, Signal } from '../contracts/vocabulary';
import { roleBillingSource } from '../billing/roles';
import { ATLASSIAN_PAGES, PAGES_CHECKED } from '../contracts/atlassian-pages';

export interface Lane {
  readonly decision: Decision;
  readonly signal: Signal | null;
  readonly because: string;
  /** The Atlassian page the lane rests on, and the day it was checked (S2). */
  readonly source: string;
  readonly checked: string;
}

/**
 * The lane of a path by its owner: who any change to it belongs to. Not advice to change it;
 * advice begins with a finding.
 */
export const laneOfOwner: Readonly<Record<Owner, Lane>> = {
  'idp-owned': {
    decision: 'route-out',
    signal: 'idp-synced-group',
    because: 'A local edit would be refused, or undone by the next sync.',
    source: ATLASSIAN_PAGES.provisioning,
    checked: PAGES_CHECKED,
  },
  'default-group': {
    decision: 'review-default-group',
    signal: 'default-group-access',
    because: 'A removal here is undone by the next grant or invite unless the default group is redesigned.',
    source: ATLASSIAN_PAGES.defaultGroups,
    checked: PAGES_CHECKED,
  },
  'local-group': {
    decision: 'review-local-access',
    signal: null,
    because: 'The administrators of this organization own the membership.',
    source: ATLASSIAN_PAGES.groupMembership,
    checked: PAGES_CHECKED,
  },
  direct: {
    decision: 'review-local-access',
    signal: null,
    because: 'The administrators of this organization gave the role to the account itself.',
    source: ATLASSIAN_PAGES.users,
    checked: PAGES_CHECKED,
  },
  inferred: {
    decision: 'hold',
    signal: null,
    because: 'The role follows from an administrator role; change that role, not the product access.',
    source: ATLASSIAN_PAGES.users,
    checked: PAGES_CHECKED,
  },
  unknown: {
    decision: 'hold',
    signal: null,
    because: 'Nobody may be asked to change a path whose owner is not known.',
    source: ATLASSIAN_PAGES.groups,
    checked: PAGES_CHECKED,
  },
};

/** Why a row is held, beyond what its owner says. */
export const holdReasons = {
  unknownRole: {
    because: 'It has no role that bills, but one whose billing is not known.',
    ...roleBillingSource,
  },
  locked: {
    because: 'The group is not synced and yet cannot be modified: it is locked or kept by the system.',
    source: ATLASSIAN_PAGES.groups,
    checked: PAGES_CHECKED,
  },
} as const;
