import type { Http, HttpAnswer, HttpRequest } from '../../../src/contracts/ports';
import type { OrgFile } from '../../../local/org/org-file';
import { type SimulatedOrg, type SimulatedOrgOptions, startSimulatedOrg } from '../../../local/org/server';
import { fetchHttp } from '../../../local/trace/fetch-http';

/** An organization that answers, and what a scan of it has to know. */
export interface Served {
  readonly org: SimulatedOrg;
  readonly orgId: string;
  readonly http: Http;
  /** Providers of the file without a SCIM API. */
  readonly unread: Readonly<Record<string, 'not-scim'>>;
}

/** Serves an organization while `work` runs. */
export async function serve<Result>(
  file: OrgFile,
  work: (served: Served) => Promise<Result>,
  options: SimulatedOrgOptions = {},
): Promise<Result> {
  const org = await startSimulatedOrg(file, options);
  const unread = Object.fromEntries(
    file.identityProviders.flatMap(({ scimDirectoryId }) =>
      org.scimKeys.has(scimDirectoryId) ? [] : [[scimDirectoryId, 'not-scim' as const]],
    ),
  );
  try {
    return await work({ org, orgId: file.org.id, http: fetchHttp, unread });
  } finally {
    await org.close();
  }
}

/**
 * Asks each thing once and gives the same answer from then on: for worlds that stand still, so that
 * hundreds of scans of one cost the requests of one.
 */
export function remembering(http: Http): Http {
  const known = new Map<string, Promise<HttpAnswer>>();
  return (request) => {
    const key = [request.method, request.url, request.body, request.headers['Authorization']].join('\n');
    const answer = known.get(key) ?? http(request);
    known.set(key, answer);
    return answer;
  };
}

/** What stands between the scan and the organization for a test: it sees each request and may answer itself. */
export type Meddler = (
  request: HttpRequest,
  /** The organization's own answer, as parsed JSON. */
  ask: () => Promise<unknown>,
) => Promise<{ status?: number; body: unknown } | null>;

/** The organization with a meddler in between; null from it passes the request on as it is. */
export function withMeddler(served: Served, meddle: Meddler): Served {
  const http: Http = async (request) => {
    const meddled = await meddle(
      request,
      async () => JSON.parse((await served.http(request)).text) as unknown,
    );
    if (meddled === null) return served.http(request);
    return { status: meddled.status ?? 200, text: JSON.stringify(meddled.body), header: () => null };
  };
  return { ...served, http };
}
