import { expect, test } from 'vitest';
import { findChromium, HOW_TO_INSTALL, type Machine, provideChromium } from '../../local/checks/browser';

/** A machine with browsers at `present`; an installation puts one where `installs` says, by its command. */
function aMachine(change: {
  present?: string[];
  named?: string;
  mayInstallPackages?: boolean;
  installs?: Record<string, string>;
}): Machine & { commands: string[] } {
  const present = new Set(change.present);
  const commands: string[] = [];
  return {
    env: change.named === undefined ? {} : { CHROMIUM_PATH: change.named },
    playwrightPath: '/cache/playwright/chrome',
    starts: (path) => present.has(path),
    mayInstallPackages: change.mayInstallPackages ?? false,
    commands,
    run: (command, args) => {
      const words = args.filter((arg) => !arg.startsWith('-'));
      const kind = command === 'apt-get' ? [command, ...words].join(' ') : 'playwright';
      commands.push(kind);
      const installed = change.installs?.[kind];
      if (installed !== undefined) present.add(installed);
      return args[0] === 'update' || installed !== undefined;
    },
  };
}

const UPDATE = 'apt-get update';
const install = (name: string): string => `apt-get install ${name}`;

const SHELL = '/usr/bin/chromium-headless-shell';
const SYSTEM = '/usr/bin/chromium';
const PLAYWRIGHT = '/cache/playwright/chrome';

test('a browser named in the environment comes before all others', () => {
  expect(findChromium(aMachine({ named: '/opt/mine', present: ['/opt/mine', PLAYWRIGHT, SYSTEM] }))).toBe(
    '/opt/mine',
  );
});

test('a named browser that does not start is an error, not a reason to take another', () => {
  expect(() => provideChromium(aMachine({ named: '/opt/gone', present: [SYSTEM] }))).toThrow('/opt/gone');
});

test('Playwright’s own browser comes before the system’s', () => {
  expect(findChromium(aMachine({ present: [SYSTEM, PLAYWRIGHT] }))).toBe(PLAYWRIGHT);
  expect(findChromium(aMachine({ present: [SYSTEM] }))).toBe(SYSTEM);
  expect(findChromium(aMachine({}))).toBeNull();
});

test('what is there is used, and nothing is installed', () => {
  const machine = aMachine({ present: [SYSTEM], mayInstallPackages: true });
  expect(provideChromium(machine)).toBe(SYSTEM);
  expect(machine.commands).toEqual([]);
});

test('of the system’s browsers the one that only shows pages comes first', () => {
  expect(findChromium(aMachine({ present: [SYSTEM, SHELL] }))).toBe(SHELL);
});

test('where packages may be installed, the system’s package manager is asked first, and for what only shows pages', () => {
  const machine = aMachine({
    mayInstallPackages: true,
    installs: { [install('chromium-headless-shell')]: SHELL },
  });
  expect(provideChromium(machine)).toBe(SHELL);
  expect(machine.commands).toEqual([UPDATE, install('chromium-headless-shell')]);
});

test('a system without that package installs the whole browser', () => {
  const machine = aMachine({ mayInstallPackages: true, installs: { [install('chromium')]: SYSTEM } });
  expect(provideChromium(machine)).toBe(SYSTEM);
  expect(machine.commands).toEqual([UPDATE, install('chromium-headless-shell'), install('chromium')]);
});

test('a package that brings no browser that starts leaves it to Playwright', () => {
  const machine = aMachine({ mayInstallPackages: true, installs: { playwright: PLAYWRIGHT } });
  expect(provideChromium(machine)).toBe(PLAYWRIGHT);
  expect(machine.commands).toEqual([
    UPDATE,
    install('chromium-headless-shell'),
    install('chromium'),
    'playwright',
  ]);
});

test('without leave to install packages only Playwright installs', () => {
  const machine = aMachine({ installs: { playwright: PLAYWRIGHT } });
  expect(provideChromium(machine)).toBe(PLAYWRIGHT);
  expect(machine.commands).toEqual(['playwright']);
});

test('where no way leads to a browser the line that installs one is said', () => {
  expect(() => provideChromium(aMachine({ mayInstallPackages: true }))).toThrow(HOW_TO_INSTALL);
});
