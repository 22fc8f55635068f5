import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Where a Chromium may be that came with the system. */
const SYSTEM_PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Packages that bring one, the first that is there. The headless shell draws and runs pages as Chromium does and
 * has no browser around them: tests of pages take two thirds of the time, where two cores draw in software.
 */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/** A step of the look-up or of an installation, and what it needs of the machine. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where Playwright keeps its own Chromium, installed or not. */
  readonly playwrightPath: string;
  /** Whether the file is there and starts. */
  starts(path: string): boolean;
  /** Whether packages of the system may be installed without asking anybody. */
  readonly mayInstallPackages: boolean;
  /** True when the command ended well; what it says goes to the terminal. */
  run(command: string, args: readonly string[]): boolean;
}

export const HOW_TO_INSTALL =
  'No Chromium for the tests of the page. Install one with: npx playwright-core install --with-deps chromium ' +
  '(or your system’s chromium package), or name one in CHROMIUM_PATH.';

/**
 * A Chromium that is there: the one named in CHROMIUM_PATH, Playwright’s own, the system’s; null where there is none.
 * @throws when CHROMIUM_PATH names something that does not start: a wish is not replaced by a guess.
 */
export function findChromium(machine: Machine): string | null {
  const named = machine.env['CHROMIUM_PATH'] ?? '';
  if (named !== '') {
    if (machine.starts(named)) return named;
    throw new Error(`CHROMIUM_PATH names no browser that starts: ${named}`);
  }
  return (
    [machine.playwrightPath, ...SYSTEM_PATHS].find((path) => path !== '' && machine.starts(path)) ?? null
  );
}

/**
 * The Chromium that is there, else one that is installed now: by the system’s package manager where
 * that needs nobody’s leave, else by Playwright into the user’s own cache.
 * @throws with the line that installs one, when no way led to a browser.
 */
export function provideChromium(machine: Machine): string {
  const found = findChromium(machine);
  if (found !== null) return found;
  if (machine.mayInstallPackages && machine.run('apt-get', ['update'])) {
    for (const name of PACKAGES) {
      machine.run('apt-get', ['install', '-y', '--no-install-recommends', name]);
      const installed = findChromium(machine);
      if (installed !== null) return installed;
    }
  }
  machine.run(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']);
  const installed = findChromium(machine);
  if (installed !== null) return installed;
  throw new Error(HOW_TO_INSTALL);
}

/** The machine this process runs on; `root` is the folder of the checkout. */
export function thisMachine(root: string): Machine {
  return {
    env: process.env,
    playwrightPath: chromium.executablePath(),
    // Windows’ browsers answer --version by opening a window.
    starts: (path) =>
      existsSync(path) &&
      (process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0),
    mayInstallPackages: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    run: (command, args) =>
      spawnSync(command, args, {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0,
  };
}
