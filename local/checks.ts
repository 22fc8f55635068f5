import { join } from 'node:path';
import { provideChromium, thisMachine } from './checks/browser';
import { type Check, commandCheck, functionCheck, runChecks } from './checks/check';
import { runTests } from './checks/run-tests';

/*
 * npm test: everything that must hold before a change goes in. All of it runs, also after a failure;
 * the last line is the sum.
 */

/** Side by side; the smallest machine it is meant for has two cores. */
const CHECKS_AT_ONCE = 2;

const root = join(__dirname, '..');

/** A command of an installed package, started without a shell or an npm around it. */
function tool(name: string, file: string, ...args: string[]): Check {
  return commandCheck(name, [process.execPath, join(root, 'node_modules', file), ...args], root);
}

/** Starts with the longest, so that the others fit beside it. The tests are told of the browser through `env`. */
function checks(env: NodeJS.ProcessEnv): Check[] {
  return [
    tool('lint', 'eslint/bin/eslint.js', '--max-warnings=0', '.'),
    functionCheck('a browser for the tests of the page', () => {
      const path = provideChromium(thisMachine(root));
      env['CHROMIUM_PATH'] = path;
      return path;
    }),
    tool('types of the app', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'),
    tool('types of the laptop and the tests', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.checks.json'),
    tool('types of the page', 'typescript/bin/tsc', '--noEmit', '-p', 'static/admin/tsconfig.json'),
    commandCheck('the page builds', ['npm', 'run', 'build:admin'], root),
    tool('formatting', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
    commandCheck('layers', ['npm', 'run', 'layers'], root),
    tool('generated documents are fresh', 'tsx/dist/cli.mjs', 'local/docs.ts', '--check'),
  ];
}

async function main(): Promise<void> {
  const tell = (line: string): void => console.log(line);
  const env = { ...process.env };
  const all = checks(env);
  const broken = await runChecks(all, CHECKS_AT_ONCE, tell);
  const tests = await runTests(root, env);
  for (const complaint of tests.complaints) tell(`FAILED ${complaint}`);
  const failed = broken + tests.failed;
  tell(`${all.length - broken + tests.passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void main();
