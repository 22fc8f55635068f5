import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const page = join(root, 'static/admin');

/**
 * The folder of a build of the page as its sources are now. Kept in the system's folder for temporary
 * files under the digest of the sources, so that test files that run beside each other share one build.
 */
export async function buildPage(): Promise<string> {
  const out = join(tmpdir(), `seatpath-page-${digestOfSources()}`);
  if (existsSync(out)) return out;
  const mine = `${out}-${process.pid}`;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', mine];
  await promisify(execFile)(process.execPath, [vite, ...options], {
    cwd: page,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  try {
    renameSync(mine, out);
  } catch (cause) {
    rmSync(mine, { recursive: true });
    if (!existsSync(out)) throw cause;
  }
  return out;
}

function digestOfSources(): string {
  const digest = createHash('sha256');
  const files = ['index.html', 'vite.config.mts', 'package.json'].map((name) => join(page, name));
  for (const file of [...files, ...under(join(page, 'src')), ...under(join(root, 'src/contracts'))]) {
    digest.update(file).update(readFileSync(file));
  }
  return digest.digest('hex').slice(0, 16);
}

function under(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}
