import type { Settings } from '../../contracts/settings';
import { UseCaseError } from '../errors';
import type { Ports } from '../ports';
import { checkClaims } from './check-claims';
import { commentRequests } from './comment-requests';
import { findDuplicates } from './find-duplicates';
import { findOwners } from './find-owners';
import { readRequests } from './read-requests';
import { sendRequests } from './send-requests';

/**
 * Everything that is done about route-outs when nobody clicks, in an order in which each step sees what the one
 * before found out. Said again at any time, it does only what is due.
 */
export async function routeOutTick(ports: Ports, settings: Settings): Promise<void> {
  const steps = [findOwners, readRequests, checkClaims, sendRequests, findDuplicates, commentRequests];
  for (const step of steps) {
    try {
      await step(ports, settings);
    } catch (error) {
      // A Jira or an organization that does not answer holds up one step, and only today.
      if (!(error instanceof UseCaseError)) throw error;
    }
  }
}
