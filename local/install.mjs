// Plain Node: runs before anything is installed. Installs what the lock file names, when it is not there yet.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Seatpath needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}

/** npm's own note of what it installed; it differs from the lock file where something is missing or old. */
function isInstalled() {
  const noted = `${root}node_modules/.package-lock.json`;
  if (!existsSync(noted)) return false;
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' ||
      !path.startsWith('node_modules/') ||
      optional ||
      link ||
      installed[path]?.version === version,
  );
}

if (!isInstalled()) {
  console.error('Installing the packages that the lock file names …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
