import type { AnomalyKind, Owner } from '../contracts/vocabulary';
import { ATLASSIAN_PAGES, PAGES_CHECKED } from '../contracts/atlassian-pages';
import type { Source } from './witnesses';

/** What the ownership rules may ask about one path. */
export interface PathFacts {
  readonly via: 'group' | 'direct' | 'inferred' | 'unexplained';
  /** Only a group path has one. */
  readonly source: Source | null;
  readonly isDefaultHere: boolean;
}

export interface OwnershipRule {
  readonly id: string;
  readonly when: (path: PathFacts) => boolean;
  readonly owner: Owner;
  readonly because: string;
  /** A contradiction this rule stands on, if any. */
  readonly anomaly: AnomalyKind | null;
  /** The Atlassian page the rule rests on, and the day it was checked (S2). */
  readonly source: string;
  readonly checked: string;
}

/**
 * Who owns the membership edge of a path: the first rule that applies. Ownership follows the group
 * on that resource, never the user. Silence is `unknown`, never local.
 */
export const ownershipRules: readonly OwnershipRule[] = [
  {
    id: 'direct-role',
    when: (path) => path.via === 'direct',
    owner: 'direct',
    because: 'The role was given to this account itself, without a group.',
    anomaly: null,
    source: ATLASSIAN_PAGES.users,
    checked: PAGES_CHECKED,
  },
  {
    id: 'inferred-role',
    when: (path) => path.via === 'inferred',
    owner: 'inferred',
    because: 'The role follows from an administrator role of the account; it is not granted on the product.',
    anomaly: null,
    source: ATLASSIAN_PAGES.users,
    checked: PAGES_CHECKED,
  },
  {
    id: 'unexplained-role',
    when: (path) => path.via === 'unexplained',
    owner: 'unknown',
    because: 'The API says that a group gives this role, but no group that was read grants it.',
    anomaly: null,
    source: ATLASSIAN_PAGES.users,
    checked: PAGES_CHECKED,
  },
  {
    id: 'witnesses-disagree',
    when: (path) => path.source === 'contradiction',
    owner: 'unknown',
    because: 'The group’s sync flag and its manager contradict each other.',
    anomaly: 'source-contradiction',
    source: ATLASSIAN_PAGES.groups,
    checked: PAGES_CHECKED,
  },
  {
    id: 'source-not-read',
    when: (path) => path.source === 'unknown',
    owner: 'unknown',
    because: 'The API gave neither a sync flag nor a known manager for the group.',
    anomaly: null,
    source: ATLASSIAN_PAGES.groups,
    checked: PAGES_CHECKED,
  },
  {
    id: 'synced-and-default',
    when: (path) => path.source === 'synced' && path.isDefaultHere,
    owner: 'unknown',
    because: 'The group is synced and default for this product at once, which Atlassian rules out.',
    anomaly: 'synced-and-default',
    source: ATLASSIAN_PAGES.defaultGroups,
    checked: PAGES_CHECKED,
  },
  {
    id: 'synced-group',
    when: (path) => path.source === 'synced',
    owner: 'idp-owned',
    because:
      'The identity provider writes this membership; a local edit is refused or undone by the next sync.',
    anomaly: null,
    source: ATLASSIAN_PAGES.provisioning,
    checked: PAGES_CHECKED,
  },
  {
    id: 'default-group',
    when: (path) => path.isDefaultHere,
    owner: 'default-group',
    because:
      'Everyone given this role on the product joins this group, and joins it again at the next grant or invite.',
    anomaly: null,
    source: ATLASSIAN_PAGES.defaultGroups,
    checked: PAGES_CHECKED,
  },
  {
    id: 'local-group',
    when: () => true,
    owner: 'local-group',
    because: 'Administrators or a team keep this group in Atlassian; no directory writes it.',
    anomaly: null,
    source: ATLASSIAN_PAGES.groups,
    checked: PAGES_CHECKED,
  },
];
