import { judgeScopes } from '../auth/scopes';
import { answer, proxyErrorHeader } from '../errors';
import type { Installation } from '../installation';
import type { Recorder } from '../recorder';
import { answerFromOutside } from './invocation';

export type Product = 'jira' | 'confluence' | 'bitbucket';

/** One call to a product, after the host has checked it; the caller of the host decides who answers. */
export interface ProductCall {
  product: Product;
  installation: Installation;
  as: 'app' | { accountId: string };
  /** Path and query, beginning with /rest/. */
  path: string;
  init: RequestInit;
}

export type ProductGateway = (call: ProductCall) => Promise<Response>;

export interface ProductDoor {
  send(call: ProductCall): Promise<Response>;
}

/** Everything that could lead a request to another place than the path says. */
const treacherous = /[\r\n\\]|\/\/|(^|\/)\.\.?(\/|$|\?)/;

/**
 * Checks a product call as the platform's proxy would: a plain REST path, an endpoint known here, a scope for it.
 * A missing scope is 401 with the gateway's own words; the permissions of the user are the product's business (403).
 */
export function createProductDoor(options: {
  scopes: Set<string>;
  gateway: ProductGateway;
  recorder: Recorder;
}): ProductDoor {
  const { scopes, gateway, recorder } = options;
  return {
    send: async (call) => {
      const { installationId } = call.installation;
      const method = call.init.method ?? 'GET';
      const what = `${method} ${call.path}`;
      const path = call.path.split('?')[0] ?? '';
      if (!path.startsWith('/rest/') || treacherous.test(path)) {
        recorder.note({
          kind: 'refused',
          service: 'product',
          what: `${what}: not a REST path`,
          installationId,
        });
        return answer(
          400,
          { message: 'The path must begin with /rest/.' },
          { [proxyErrorHeader]: 'INVALID_PATH' },
        );
      }
      const verdict = judgeScopes({ product: call.product, method, path }, scopes);
      if (verdict.kind === 'unknown') {
        const advice = 'add it to local/host/auth/scope-table.ts with its scopes';
        recorder.note({
          kind: 'not-modelled',
          service: 'scopes',
          what: `${what}: ${advice}`,
          installationId,
        });
        return answer(501, { message: `${what}: ${advice}` }, { [proxyErrorHeader]: 'NOT_EMULATED' });
      }
      if (verdict.kind === 'missing') {
        const needed = `${what} needs ${verdict.needs}`;
        recorder.note({ kind: 'refused', service: 'scopes', what: needed, installationId });
        return answer(401, { code: 401, message: 'Unauthorized; scope does not match' });
      }
      return answerFromOutside(() => gateway(call));
    },
  };
}
