import type { MiddlewareHandler } from 'hono';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Hosts under which a server on this port may be addressed; any other name is a page elsewhere that rebinds its DNS. */
function loopbackHosts(port: number): Set<string> {
  return new Set(loopbackNames.map((name) => `${name}:${port}`));
}

/**
 * Lets nobody in but this machine's own pages: the Host header must be a loopback name with our port, and everything
 * that changes something must come from our own origin, as JSON.
 */
export function guardLoopback(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = loopbackHosts(port());
    const { method } = context.req;
    if (!hosts.has(context.req.header('host') ?? '')) return context.text('Unknown host', 403);
    if (method !== 'GET' && method !== 'HEAD') {
      const origin = context.req.header('origin') ?? '';
      const own = origin.startsWith('http://') && hosts.has(origin.slice('http://'.length));
      const json = (context.req.header('content-type') ?? '').startsWith('application/json');
      const site = context.req.header('sec-fetch-site');
      if (!own || !json || (site !== undefined && site !== 'same-origin')) {
        return context.text('Only from this page', 403);
      }
    }
    await next();
    context.res.headers.set('x-content-type-options', 'nosniff');
    context.res.headers.set('referrer-policy', 'no-referrer');
    context.res.headers.set('cache-control', 'no-store');
    return undefined;
  };
}
