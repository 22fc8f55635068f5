import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './toolchain';

export interface SmallApp {
  readonly folder: string;
  /** Where the bundle is to go. */
  readonly out: string;
  remove(): void;
}

const manifest = `app:
  id: ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555
  runtime:
    name: nodejs24.x
modules:
  jira:adminPage:
    - key: page
      title: Small
      resource: page
      resolver:
        function: resolve
  function:
    - key: resolve
      handler: index.resolve
resources:
  - key: page
    path: page
permissions:
  scopes:
    - storage:app
`;

const source = `import { kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';

const resolver = new Resolver();
resolver.define('greet', async () => ({ greeting: (await kvs.get<string>('greeting')) ?? 'hello' }));
export const resolve = resolver.getDefinitions();
`;

/** An app of one resolver with this repository's compiler settings and packages, in a folder of its own. */
export function writeSmallApp(
  change: { manifest?: [string, string]; source?: [string, string] } = {},
): SmallApp {
  const root = mkdtempSync(join(tmpdir(), 'seatpath-small-app-'));
  const folder = join(root, 'app');
  mkdirSync(join(folder, 'src'), { recursive: true });
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'manifest.yml'), manifest.replace(...(change.manifest ?? ['', ''])));
  writeFileSync(join(folder, 'src', 'index.ts'), source.replace(...(change.source ?? ['', ''])));
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Small</title>\n');
  copyFileSync(join(repository, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    out: join(root, 'out'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
