import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findConsumer, findModule, parseManifest, readManifest } from '../../local/host/manifest';
import { fixtureManifest } from './fixture';

test('the manifest is read into a typed model', () => {
  const manifest = readManifest(fixtureManifest);
  expect(manifest.licensed).toBe(true);
  expect([...manifest.functions.keys()]).toEqual([
    'resolve',
    'on-tick',
    'on-paid-tick',
    'consume',
    'consume-long',
  ]);
  expect(findModule(manifest, 'page')).toMatchObject({
    type: 'jira:adminPage',
    resolver: { function: 'resolve' },
  });
  expect(findConsumer(manifest, 'long')?.function).toBe('consume-long');
  expect(manifest.backendEgress).toEqual(['https://api.atlassian.com', '*.example.com']);
  expect([...manifest.entities.keys()]).toEqual(['note']);
  expect(() => findModule(manifest, 'none')).toThrow("no module 'none'");
});

test('what is not a manifest is refused with the place', () => {
  expect(() => parseManifest('app: { id: x }')).toThrow(/runtime/);
});

test('the fixture manifest passes the official validator, offline', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seatpath-manifest-'));
  cpSync(fixtureManifest, join(folder, 'manifest.yml'));
  mkdirSync(join(folder, 'ui'));
  writeFileSync(join(folder, 'ui', 'index.html'), '<!doctype html><title>x</title>');
  mkdirSync(join(folder, 'src'));
  const names = ['resolve', 'tick', 'paidTick', 'consume', 'consumeLong'];
  writeFileSync(
    join(folder, 'src', 'index.ts'),
    names.map((name) => `export const ${name} = () => 1;`).join('\n'),
  );
  const before = process.cwd();
  const { FullValidationProcessor } = await import('@forge/manifest');
  // The validator looks for handlers and resources in the working directory: this file needs a process of its own.
  process.chdir(folder);
  try {
    const result = await new FullValidationProcessor({}).process('manifest.yml');
    expect(result.errors ?? []).toEqual([]);
    expect(result.success).toBe(true);
  } finally {
    process.chdir(before);
  }
});
