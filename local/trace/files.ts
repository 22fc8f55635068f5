import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
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
