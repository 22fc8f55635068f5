import type { IdentityProvider } from '../../contracts/settings';

/** A number that a saving waits for, and why. */
export interface Wait {
  readonly value: number;
  readonly because: string;
}

/** Complete scans after the one that first showed a seat gone that must show it gone too. */
export const LATER_SCANS: Wait = {
  value: 2,
  because: 'One scan can fall between a removal and the sync that undoes it; two more that agree do not.',
};

/** Hours that a seat must be gone for, whatever syncs. */
export const LEAST_HOURS: Wait = {
  value: 24,
  because: 'Removals are queued, and several numbers of the organization API are up to a day old.',
};

/** Hours within which each kind of identity provider has written everything again. */
export const SYNC_HOURS: Readonly<Record<IdentityProvider['kind'], Wait>> = {
  scim: { value: 1, because: 'Providers push changes at once, or in rounds of less than an hour.' },
  google: { value: 4, because: 'Google Workspace is synced every four hours.' },
  'entra-nested': { value: 24, because: 'How often nested groups are synced is not documented.' },
  other: { value: 24, because: 'Nobody said how often this provider syncs.' },
};

/** Hours that a seat must be gone for where a provider that syncs every so many hours could bring it back. */
export const waitHours = (syncHours: number): number => Math.max(LEAST_HOURS.value, syncHours);
