import { createRequire } from 'node:module';
import { generateDemoOrg } from '../../local/org/demo/generate';
import { startApp } from '../support/app';
import { scanThroughApp } from './support/app-scan';

/*
 * A process of its own, so that any Node.js can run it: scans the demo organization through the app and prints what
 * was published. Without an argument the app is its source; with one it is the bundle of that path.
 */
async function main(bundle: string | undefined): Promise<void> {
  const load = createRequire(__filename);
  const loadBundle = async (path: string): Promise<Record<string, unknown>> =>
    load(path) as Record<string, unknown>;
  const world = generateDemoOrg();
  const app = await startApp({
    world,
    ...(bundle === undefined ? {} : { loadApp: () => loadBundle(bundle) }),
  });
  try {
    const published = await scanThroughApp(app, world.org.id);
    process.stdout.write(JSON.stringify({ node: process.versions.node, published }));
  } finally {
    await app.close();
  }
}

void main(process.argv[2]);
