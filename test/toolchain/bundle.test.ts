import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { PublishedScan } from './support/app-scan';
import { runProcess, runToSuccess } from './support/run-process';
import { writeSmallApp, type SmallApp } from './support/small-app';
import { currentNode, hasCurrentNode, installToolchain, repository, toolchain } from './support/toolchain';

/** Installing takes one to two minutes, a bundle ten seconds, the linters up to a minute, where two cores are shared. */
const minutes = 60_000;

beforeAll(() => installToolchain(), 5 * minutes);

const tool = (name: string): string => join(toolchain, `${name}.cjs`);
const runOn = (app: SmallApp, name: string): ReturnType<typeof runProcess> =>
  runProcess(process.execPath, [tool(name), '--app', app.folder, '--out', app.out], repository);

test(
  'Forge’s bundler makes one file of an app, offline, and its functions can be loaded',
  { timeout: 2 * minutes },
  async () => {
    const app = writeSmallApp();
    try {
      expect(await runOn(app, 'bundle')).toMatchObject({ code: 0, stdout: `${app.out}\n` });
      const bundle = JSON.stringify(join(app.out, 'index.cjs'));
      const load = `console.log(Object.keys(require(${bundle})).join())`;
      expect(await runToSuccess(process.execPath, ['-e', load], app.folder)).toBe('resolve\n');
    } finally {
      app.remove();
    }
  },
);

test('a type error fails the bundle, and the message names it', { timeout: 2 * minutes }, async () => {
  const app = writeSmallApp({ source: ["'greeting'", '42'] });
  try {
    const { code, stderr } = await runOn(app, 'bundle');
    expect(code).toBe(1);
    expect(stderr).toContain('TS2');
    expect(existsSync(app.out)).toBe(false);
  } finally {
    app.remove();
  }
});

test('settings that let the compiler emit nothing are refused with one line', async () => {
  const app = writeSmallApp();
  try {
    const settings = join(app.folder, 'tsconfig.json');
    writeFileSync(
      settings,
      readFileSync(settings, 'utf8').replace('"strict"', '"noEmit": true,\n    "strict"'),
    );
    const { code, stderr } = await runOn(app, 'bundle');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^bundle: tsconfig\.json says noEmit.*\n$/);
  } finally {
    app.remove();
  }
});

test('an app without a manifest is refused with one line', async () => {
  const { code, stderr } = await runProcess(
    process.execPath,
    [tool('bundle'), '--app', toolchain],
    repository,
  );
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `bundle: There is no manifest.yml in ${toolchain}.\n`,
  });
});

test('the linters fail on a manifest that Forge would refuse', { timeout: 3 * minutes }, async () => {
  const app = writeSmallApp({ manifest: ['nodejs24.x', 'nodejs18.x'] });
  try {
    const { code, stderr } = await runOn(app, 'lint');
    expect(code).toBe(1);
    expect(stderr).toContain('error manifest.yml:4:4');
  } finally {
    app.remove();
  }
});

test('the linters find no error in Seatpath', { timeout: 3 * minutes }, async () => {
  const { code, stdout, stderr } = await runProcess(process.execPath, [tool('lint')], repository);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\d+ linters, \d+ files: no errors\n$/);
});

/** Scans the demo organization with one Node.js, through the app's source or its bundle. */
async function scanWith(
  node: string,
  bundle: string[] = [],
): Promise<{ node: string; published: PublishedScan }> {
  const loader = ['--import', join(repository, 'node_modules', 'tsx', 'dist', 'loader.mjs')];
  const child = join(repository, 'test', 'toolchain', 'scan-child.ts');
  const printed = await runToSuccess(node, [...loader, child, ...bundle], repository);
  return JSON.parse(printed) as { node: string; published: PublishedScan };
}

test(
  'the bundle decides as the source does, on this Node.js and on the line that Forge runs',
  { timeout: 10 * minutes },
  async () => {
    // Away from the repository, so that what the bundle left out is not found in its node_modules either.
    const out = mkdtempSync(join(tmpdir(), 'seatpath-bundle-'));
    try {
      await runToSuccess(process.execPath, [tool('bundle'), '--out', out], repository);
      const bundle = join(out, 'index.cjs');
      const source = await scanWith(process.execPath);
      expect(source.published.verdict).toBe('complete');
      expect(source.published.cases.length).toBeGreaterThan(400);

      expect((await scanWith(process.execPath, [bundle])).published).toEqual(source.published);
      if (!hasCurrentNode()) return;
      const current = await scanWith(currentNode(), [bundle]);
      expect(current.node).toMatch(/^24\./);
      expect(current.published).toEqual(source.published);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  },
);

const platform = `${process.platform}-${process.arch}`;
for (const name of hasCurrentNode()
  ? []
  : [`left out: Node.js 24, of which no package is pinned for ${platform}`]) {
  test(name, () => console.warn(name));
}
