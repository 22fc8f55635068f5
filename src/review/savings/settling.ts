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

/** Hours within which a provider has synced that setup does not know any more. */
export const UNKNOWN_SYNC_HOURS: Wait = {
  value: 24,
  because: 'Nobody says how often it syncs.',
};

/** Whole hours that a seat must be gone for where a provider that syncs every so many hours could bring it back. */
export const waitHours = (syncHours: number): number => Math.max(LEAST_HOURS.value, Math.ceil(syncHours));
