import { expect, test } from 'vitest';
import { type Check, commandCheck, functionCheck, runChecks } from '../../local/checks/check';

const node = (name: string, script: string): Check =>
  commandCheck(name, [process.execPath, '-e', script], __dirname);

test('a command that ends with 0 holds; one that does not is shown with what it said', async () => {
  const lines: string[] = [];
  const bad = node('bad', 'console.log("out"); console.error("err"); process.exitCode = 3');
  const checks = [node('good', 'console.log("quiet")'), bad, node('later', '')];
  expect(await runChecks(checks, 1, (line) => lines.push(line))).toBe(1);
  const told = lines.map((line) => line.replace(/\d+\.\d s/, 'N s'));
  expect(told[0]).toBe('ok     good (N s)');
  expect(told[1]).toBe('FAILED bad (N s)');
  expect(told[2]!.split('\n').map((line) => line.trim())).toEqual(expect.arrayContaining(['out', 'err']));
  expect(told[3]).toBe('ok     later (N s)');
});

test('a program that is not there, and a function that throws, do not hold', async () => {
  const lines: string[] = [];
  const checks = [
    commandCheck('nowhere', ['/no/such/program'], __dirname),
    functionCheck('throws', () => {
      throw new Error('said why');
    }),
  ];
  expect(await runChecks(checks, 2, (line) => lines.push(line))).toBe(2);
  expect(lines.join('\n')).toContain('said why');
});

test('no more checks run side by side than asked for', async () => {
  let running = 0;
  let most = 0;
  const checks = Array.from({ length: 6 }, (_, index) => ({
    name: `check ${index}`,
    run: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return { ok: true, output: '' };
    },
  }));
  expect(await runChecks(checks, 2, () => undefined)).toBe(0);
  expect(most).toBe(2);
});
