import type { Http } from '../../src/contracts/ports';

/** Sends with Node's own fetch. Redirects are answers like any other, never followed. */
export const fetchHttp: Http = async (request) => {
  const response = await fetch(request.url, {
    method: request.method,
    headers: request.headers,
    body: request.body,
    redirect: 'manual',
    signal: AbortSignal.timeout(request.timeoutMs),
  }).catch((error: unknown) => {
    throw new Error(causeOf(error));
  });
  return {
    status: response.status,
    text: await response.text(),
    header: (name) => response.headers.get(name),
  };
};

/** Node hides what happened (`ECONNREFUSED …`) behind “fetch failed”. */
function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}
