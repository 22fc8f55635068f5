/* eslint-disable @typescript-eslint/no-require-imports -- Forge's packages look for a CommonJS main module */
/* global __dirname, console, module, process, require */
const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { parseArgs } = require('node:util');

/** What the tools say belongs on standard error; only a result goes to standard output. */
const logger = {
  info: (text) => console.error(text),
  warn: (text) => console.error(text),
  error: (text) => console.error(text),
  debug: () => undefined,
  trace: () => undefined,
  debugEnabled: false,
};

/** A reason to stop that the reader can act on; shown without a stack. */
class Refusal extends Error {}

/**
 * Goes into the folder of the app, because Forge's packages read manifest.yml and src/ from where they are run.
 * `--app DIR` names it (default: this repository); `--out DIR` is where results go (default: out/ beside this file).
 */
function enterApp() {
  const { values } = parseArgs({ options: { app: { type: 'string' }, out: { type: 'string' } } });
  const app = resolve(values.app ?? join(__dirname, '..', '..'));
  const out = resolve(values.out ?? join(__dirname, 'out'));
  for (const file of ['manifest.yml', 'tsconfig.json', 'src']) {
    if (!existsSync(join(app, file))) throw new Refusal(`There is no ${file} in ${app}.`);
  }
  process.chdir(app);
  return { app, out };
}

/** Runs a command; a failure becomes one message and exit code 1. */
async function runCommand(name, command) {
  try {
    await command();
  } catch (error) {
    const told = error instanceof Refusal || error?.constructor?.name === 'BundlerTSError';
    console.error(`${name}: ${(told ? error.message : (error?.stack ?? String(error))).trim()}`);
    process.exitCode = 1;
  }
}

module.exports = { Refusal, enterApp, logger, runCommand };
