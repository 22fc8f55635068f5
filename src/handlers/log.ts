/**
 * One line for a defect: what failed and where, never what was in it. Error objects of the platform carry
 * whole answers, so only the kind of the error and its own stack frames are written.
 */
export function logDefect(where: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  // eslint-disable-next-line no-console -- Forge keeps an app's log from its console
  console.error(
    JSON.stringify({ defect: where, error: name, at: frames.slice(0, 6).map((line) => line.trim()) }),
  );
}
