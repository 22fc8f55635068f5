import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The newest change below a folder, epoch ms. */
function newestIn(dir: string): number {
  return Math.max(
    0,
    ...readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}

/** Builds the admin page where its build is missing or older than what it is made of. */
export function buildPageIfStale(projectDir: string): void {
  const built = join(projectDir, 'static/admin/build/index.html');
  const sources = [
    newestIn(join(projectDir, 'static/admin/src')),
    newestIn(join(projectDir, 'src/contracts')),
  ];
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources)) return;
  process.stdout.write('Building the admin page …\n');
  execFileSync('npm', ['run', 'build', '--workspace', 'static/admin', '--silent'], {
    cwd: projectDir,
    stdio: ['ignore', 'ignore', 'inherit'],
    // A test runner sets it to `test`, and the page would get React’s development build.
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
}
