import type { ReviewRecord } from '../../src/contracts/records';

/** What a look at the organization knows, besides the organization. */
export interface Sight {
  readonly records: readonly ReviewRecord[];
  /** Epoch ms. */
  readonly now: number;
  readonly scanBegan: number;
  readonly scanComplete: boolean;
  readonly incompleteGroups: readonly string[];
  readonly inScope: (ari: string) => boolean;
}

/** The end of a last day. */
export const lastsUntil = (day: string): number => Date.parse(`${day}T00:00:00Z`) + 86_400_000;
