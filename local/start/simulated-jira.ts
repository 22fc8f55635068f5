import type { ProductGateway } from '../host/runtime/product';
import type { SimulatedOrg } from '../org/server';

/** Sends the app's Jira calls to the simulated site of the installation, as the person or the app. */
export function simulatedJira(org: SimulatedOrg): ProductGateway {
  return async ({ product, installation, as, path, init }) => {
    if (product !== 'jira') return new Response('{}', { status: 404 });
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${org.jiraToken(as === 'app' ? 'app' : as.accountId)}`);
    return fetch(`${org.origin}/ex/jira/${installation.cloudId}${path}`, { ...init, headers });
  };
}
