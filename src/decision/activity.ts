import { ACTIVITY_UNREADABLE, NEVER_ACTIVE, type Snapshot } from '../contracts/snapshot';
import { IS, IS_NOT, UNKNOWN } from './columns';

const DAY_MS = 86_400_000;

/** Last activity of an account on a resource: epoch ms, `NEVER_ACTIVE`, or `ACTIVITY_UNREADABLE`. */
export function lastActiveOn(snapshot: Snapshot, account: number, resource: number): number {
  const { activity, accounts } = snapshot;
  if (accounts.activityRead[account] === 0) return ACTIVITY_UNREADABLE;
  for (let i = activity.offsets[account]!; i < activity.offsets[account + 1]!; i += 1) {
    if (activity.resource[i] === resource) return activity.at[i]!;
  }
  return NEVER_ACTIVE;
}

export interface ActivityWindow {
  /** Epoch ms. */
  readonly now: number;
  readonly inactiveDays: number;
}

/**
 * Whether a seat counts as inactive: strictly older than the window. An account younger than the
 * window never is; one never active is, unless nobody knows its age.
 */
export function isInactive(lastActive: number, addedToOrg: number, window: ActivityWindow): number {
  const windowMs = window.inactiveDays * DAY_MS;
  const ageKnown = !Number.isNaN(addedToOrg);
  if (lastActive === ACTIVITY_UNREADABLE) return UNKNOWN;
  if (ageKnown && window.now - addedToOrg < windowMs) return IS_NOT;
  if (lastActive === NEVER_ACTIVE) return ageKnown ? IS : UNKNOWN;
  return window.now - lastActive > windowMs ? IS : IS_NOT;
}
