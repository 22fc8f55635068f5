/** Thrown when the app, or a test, asks for something this host does not model. Never silently answered. */
export class NotEmulatedError extends Error {
  constructor(what: string) {
    super(`The local Forge host does not model ${what}.`);
    this.name = 'NotEmulatedError';
  }
}

export type InvocationFailure = 'FUNCTION_ERROR' | 'FUNCTION_TIME_OUT' | 'PAYLOAD_TOO_LARGE' | 'RATE_LIMITED';

/** An invocation that did not give a result; `message` is the app's own where the app threw. */
export class InvocationFailedError extends Error {
  constructor(
    readonly reason: InvocationFailure,
    message: string,
    override readonly cause?: unknown,
  ) {
    super(message);
    this.name = 'InvocationFailedError';
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The name of the header by which the platform reports its own errors; `@forge/api` turns it into an exception. */
export const proxyErrorHeader = 'forge-proxy-error';

/** A JSON answer of the platform. */
export function answer(status: number, body?: unknown, headers: Record<string, string> = {}): Response {
  if (body === undefined) return new Response(null, { status, headers });
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
