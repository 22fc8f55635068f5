import type { RouteOut } from '../../contracts/route-outs';
import type { IdentityProvider } from '../../contracts/settings';

const MINUTE_MS = 60_000;
/** Atlassian removes users from groups in the background (org API, “queued”), and providers sync on their own time. */
export const CHECK_AFTER_MS = 24 * 60 * MINUTE_MS;
/** A change at the provider has certainly come over when it has synced twice since. */
export const SYNCS_TO_WAIT = 2;

/** How long after a change nothing is proven yet, ms. */
export const waitBeforeLook = ({ syncMinutes }: IdentityProvider): number =>
  Math.max(CHECK_AFTER_MS, SYNCS_TO_WAIT * syncMinutes * MINUTE_MS);

/** When it is looked whether what was said to be done has happened, epoch ms. */
export function checkDueAt({ steps, recordedAt }: RouteOut, provider: IdentityProvider): number {
  const claimedAt = Date.parse(steps.findLast(({ to }) => to === 'done-claimed')?.at ?? recordedAt);
  return claimedAt + waitBeforeLook(provider);
}
