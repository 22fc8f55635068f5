import { spawn } from 'node:child_process';

/** One thing that must hold, beside the tests. `output` is shown where it does not. */
export interface Check {
  readonly name: string;
  run(): Promise<{ readonly ok: boolean; readonly output: string }>;
}

/** A check that is a command of its own: it holds when the command ends with 0. */
export function commandCheck(name: string, command: readonly [string, ...string[]], cwd: string): Check {
  return {
    name,
    run: () =>
      new Promise((resolve) => {
        const [program, ...args] = command;
        // npm is a script on Windows, which only a shell starts.
        const shell = process.platform === 'win32' && program === 'npm';
        const child = spawn(program, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
        let output = '';
        const keep = (chunk: Buffer): void => {
          output += chunk.toString('utf8');
        };
        child.stdout.on('data', keep);
        child.stderr.on('data', keep);
        child.on('error', (error) => resolve({ ok: false, output: error.message }));
        child.on('close', (code) => resolve({ ok: code === 0, output }));
      }),
  };
}

/** A check that is a function: it holds when nothing is thrown; what is returned is shown beside its name. */
export function functionCheck(name: string, work: () => string): Check {
  return {
    name,
    run: async () => {
      try {
        return { ok: true, output: work() };
      } catch (error) {
        return { ok: false, output: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** Runs all checks, `atOnce` side by side, tells each as it ends, and gives the number that do not hold. */
export async function runChecks(
  checks: readonly Check[],
  atOnce: number,
  tell: (line: string) => void,
): Promise<number> {
  const waiting = [...checks];
  let broken = 0;
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const start = performance.now();
      const { ok, output } = await check.run();
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      tell(`${ok ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`);
      if (ok) continue;
      broken += 1;
      tell(output.trimEnd().replaceAll(/^/gm, '       '));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return broken;
}
