import { EgressFilteringService } from '@forge/egress';
import { answer, NotEmulatedError } from '../errors';
import type { HostClock } from '../clock';
import { createRateWindow } from '../rate-window';
import type { Recorder } from '../recorder';
import { answerFromOutside, type Invocation } from './invocation';
import { egressPerMinutePerApp, egressPerRuntimeMinute, minuteMs, runtimeMinutes } from './limits';

export interface EgressDoor {
  send(invocation: Invocation, input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** External requests in the running minute, all installations. */
  inMinute(): number;
}

export interface EgressOptions {
  /** `permissions.external.fetch.backend` of the manifest. */
  allowed: string[];
  /** Public origin → origin that really answers (a loopback server, or the public one itself when it is meant to go out). */
  origins: Record<string, string>;
  native: typeof fetch;
  clock: HostClock;
  recorder: Recorder;
}

const redirects = new Set([301, 302, 303, 307, 308]);
/** Hops; the figure browsers and undici use. */
const mostRedirects = 20;

/**
 * The door to the outside: the real `@forge/egress` decides by protocol and host (paths do not count on the backend),
 * then the request goes to the origin given for it. A redirect is followed only to a place that is allowed too.
 */
export function createEgressDoor(options: EgressOptions): EgressDoor {
  const { allowed, origins, native, clock, recorder } = options;
  const filter = new EgressFilteringService(allowed);
  const perApp = createRateWindow(() => clock.now(), minuteMs, egressPerMinutePerApp);

  const refuse = (invocation: Invocation, what: string): void => {
    const { installationId } = invocation.installation;
    recorder.note({ kind: 'refused', service: 'egress', what, installationId });
  };

  const locate = (invocation: Invocation, url: URL): URL => {
    if (!filter.isValidUrl(url.href)) {
      refuse(invocation, `${url.origin} is not in permissions.external.fetch.backend`);
      throw new EgressRefusedError(url.href);
    }
    const origin = origins[url.origin];
    if (origin === undefined) {
      const what = `an external origin without a stand-in: ${url.origin} (give it in egressOrigins)`;
      recorder.note({ kind: 'not-modelled', service: 'egress', what });
      throw new NotEmulatedError(what);
    }
    return new URL(`${url.pathname}${url.search}`, origin);
  };

  const overLimit = (invocation: Invocation): Response | undefined => {
    invocation.egressCalls += 1;
    const most = egressPerRuntimeMinute * runtimeMinutes(invocation.timeoutSeconds);
    if (invocation.egressCalls > most) {
      refuse(
        invocation,
        `more than ${most} external requests in one invocation of ${invocation.functionKey}`,
      );
      return limitResponse(`${most} external requests per invocation`);
    }
    if (perApp.take('app')) return undefined;
    refuse(invocation, `more than ${egressPerMinutePerApp} external requests in one minute`);
    return limitResponse(`${egressPerMinutePerApp} external requests per minute`);
  };

  const follow = async (invocation: Invocation, first: Letter, mode: RequestRedirect): Promise<Response> => {
    let letter = first;
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const { url, ...init } = letter;
      const place = locate(invocation, url);
      const response = await answerFromOutside(() => native(place, { ...init, redirect: 'manual' }));
      const location = response.headers.get('location');
      if (!redirects.has(response.status) || location === null || mode === 'manual') return response;
      if (mode === 'error') throw new TypeError('fetch failed: unexpected redirect');
      letter = redirected({ letter, status: response.status, location, origins });
    }
    throw new TypeError('fetch failed: redirect count exceeded');
  };

  return {
    send: async (invocation, input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      locate(invocation, url);
      const body = request.body === null ? {} : { body: Buffer.from(await request.arrayBuffer()) };
      const { method, headers, signal, redirect } = request;
      return overLimit(invocation) ?? follow(invocation, { url, method, headers, signal, ...body }, redirect);
    },
    inMinute: () => perApp.used('app'),
  };
}

/** One request on its way, with its public address. */
interface Letter {
  url: URL;
  method: string;
  headers: Headers;
  signal: AbortSignal;
  body?: Buffer<ArrayBuffer>;
}

/**
 * The exception of a refused address. Its name and status are those of `@forge/api`'s ExternalEndpointNotAllowedError;
 * the class itself is not imported, because `@forge/api` keeps the global `fetch` it finds when it is first imported.
 */
export class EgressRefusedError extends Error {
  readonly status = 403;
  constructor(url: string) {
    super(
      `URL not included in the external fetch backend permissions: ${url}. ` +
        'Visit go.atlassian.com/forge-egress for more information.',
    );
    this.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  }
}

/** Not documented how the platform refuses; here a 429 of its own, told apart from the other side's by the header. */
function limitResponse(limit: string): Response {
  return answer(
    429,
    { code: 'RATE_LIMIT_EXCEEDED', message: `Forge allows ${limit}.` },
    { 'x-forge-limit': 'egress' },
  );
}

/** The next request after a redirect: method and body as fetch prescribes, no credentials to another origin. */
function redirected(options: {
  letter: Letter;
  status: number;
  location: string;
  origins: Record<string, string>;
}): Letter {
  const { letter, status, location, origins } = options;
  const answered = new URL(location, origins[letter.url.origin] ?? letter.url.origin);
  const known = Object.entries(origins).find(([, origin]) => new URL(origin).origin === answered.origin);
  const url = new URL(`${answered.pathname}${answered.search}`, known?.[0] ?? answered.origin);
  const asGet = status === 303 || ((status === 301 || status === 302) && letter.method === 'POST');
  const headers = new Headers(letter.headers);
  if (url.origin !== letter.url.origin) for (const name of ['authorization', 'cookie']) headers.delete(name);
  if (asGet) for (const name of ['content-type', 'content-length']) headers.delete(name);
  const { method, signal, body } = letter;
  if (asGet) return { url, headers, signal, method: 'GET' };
  return { url, headers, signal, method, ...(body ? { body } : {}) };
}
