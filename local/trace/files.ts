import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a file that appears whole, by rename, or not at all. */
export function writeWhole(dir: string, name: string, pieces: Iterable<string>): void {
  mkdirSync(dir, { recursive: true });
  const unfinished = join(dir, `.${name}.unfinished`);
  const file = openSync(unfinished, 'w');
  try {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length > 1 << 20) {
        writeSync(file, text);
        text = '';
      }
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, join(dir, name));
}

const earlier = (dir: string, name: string): string => join(dir, `${name}.earlier`);

/**
 * Renames the files of an earlier run to `<name>.earlier`, so that they are not taken for the result of
 * this one, should it fail or be killed.
 */
export function setAside(dir: string, names: readonly string[]): void {
  for (const name of names) {
    if (existsSync(join(dir, name))) renameSync(join(dir, name), earlier(dir, name));
  }
}

/** Removes what `setAside` kept: there is a newer result. */
export function dropEarlier(dir: string, names: readonly string[]): void {
  for (const name of names) rmSync(earlier(dir, name), { force: true });
}
