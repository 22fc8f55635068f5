import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests, type TestCount } from './test-report';

/** All tests, told on the terminal as they run; the count comes from vitest’s own report. */
export async function runTests(root: string, env: NodeJS.ProcessEnv): Promise<TestCount> {
  const scratch = mkdtempSync(join(tmpdir(), 'seatpath-tests-'));
  const report = join(scratch, 'report.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const exitCode = await new Promise<number | null>((resolve) => {
      const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
      const child = spawn(process.execPath, [vitest, ...args], {
        cwd: root,
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      child.on('error', () => resolve(null));
      child.on('close', resolve);
    });
    return countTests(existsSync(report) ? readFileSync(report, 'utf8') : null, exitCode);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
