import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Host } from '../host-types';
import { createAppOrigin } from './app-origin';
import { createClientCode } from './client-code';
import type { Web, WebOptions } from './options';
import { createProductOrigin } from './product-origin';
import { PortTaken } from './port-taken';
import { joinThemes } from './theme';

export type { IssueView, JiraView, Person, Viewer, Web, WebOptions } from './options';

const loopback = '127.0.0.1';

/** One server on the loopback interface alone; its routes may be made after its port is known. Throws PortTaken. */
async function listen(
  port: number,
  routes: () => Hono,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = await new Promise<Server>((resolve, reject) => {
    const made = serve(
      { fetch: (request, env) => routes().fetch(request, env), hostname: loopback, port },
      () => resolve(made),
    ) as Server;
    made.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.syscall === 'listen' ? new PortTaken(port, error) : error),
    );
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Shows the app in a browser: one origin plays the product, another one holds the app's frame. The product is addressed
 * as 127.0.0.1 and the app as localhost, so that they are different sites and share no cookie.
 */
export async function startWeb(host: Host, options: WebOptions): Promise<Web> {
  const clientCode = createClientCode();
  const theme = joinThemes();
  const routes: { product?: Hono; app?: Hono } = {};
  const ready = (name: 'product' | 'app') => (): Hono => {
    const made = routes[name];
    if (!made) throw new Error('The page is not ready yet.');
    return made;
  };
  const product = await listen(options.ports?.product ?? 0, ready('product'));
  const app = await listen(options.ports?.app ?? 0, ready('app'));
  const productUrl = `http://${loopback}:${product.port}`;
  const appOrigin = `http://localhost:${app.port}`;
  routes.product = createProductOrigin({
    host,
    options,
    clientCode,
    theme,
    port: () => product.port,
    appOrigin: () => appOrigin,
  });
  routes.app = createAppOrigin({
    manifest: host.manifest,
    manifestPath: options.manifestPath,
    clientCode,
    theme,
    port: () => app.port,
    parentOrigin: () => productUrl,
  });
  return {
    productUrl,
    appOrigin,
    close: async () => {
      await Promise.all([product.close(), app.close()]);
    },
  };
}
