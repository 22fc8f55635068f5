import type { Decision, Owner, Signal } from '../contracts/vocabulary';

export interface Lane {
  readonly decision: Decision;
  readonly signal: Signal | null;
  readonly because: string;
}

/**
 * The lane of a path by its owner: who any change to it belongs to. Not advice to change it;
 * advice begins with a finding.
 */
export const laneOfOwner: Readonly<Record<Owner, Lane>> = {
  'idp-owned': {
    decision: 'route-out',
    signal: 'idp-synced-group',
    because: 'Any change to this membership belongs to the identity owner.',
  },
  'default-group': {
    decision: 'review-default-group',
    signal: 'default-group-access',
    because: 'A removal here is undone by the next grant or invite unless the default group is redesigned.',
  },
  'local-group': {
    decision: 'review-local-access',
    signal: null,
    because: 'The administrators of this organization own the membership.',
  },
  direct: {
    decision: 'review-local-access',
    signal: null,
    because: 'The administrators of this organization gave the role to the account itself.',
  },
  inferred: {
    decision: 'hold',
    signal: null,
    because: 'The role follows from an administrator role; change that role, not the product access.',
  },
  unknown: {
    decision: 'hold',
    signal: null,
    because: 'Nobody may be asked to change a path whose owner is not known.',
  },
};

/** Why a row is held, beyond what its owner says. */
export const holdReasons = {
  unknownRole: 'It has no role that bills, but one whose billing is not known.',
  locked: 'The group is not synced and yet cannot be modified: it is locked or kept by the system.',
} as const;
