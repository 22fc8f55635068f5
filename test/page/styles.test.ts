import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { loadedWith, readPageFiles, readSheets } from './page-styles';

const files = readPageFiles();
const entries = [...files.keys()].filter((path) => basename(path) === 'start-page.tsx');
const lazy = [...files.values()].flatMap(({ lazily }) => lazily);
const sheetsOf = readSheets();

test('every part that is loaded later brings the sheets that its classes need', () => {
  const first = loadedWith(files, entries[0]!);
  const missing = new Set<string>();
  for (const entry of [...entries, ...lazy]) {
    const loaded = new Set([...first, ...loadedWith(files, entry)]);
    for (const path of loaded) {
      for (const name of files.get(path)?.classes ?? []) {
        for (const sheet of sheetsOf.get(name) ?? []) {
          if (!loaded.has(sheet))
            missing.add(`${basename(entry)}: .${name} of ${basename(path)} in ${basename(sheet)}`);
        }
      }
    }
  }
  expect([...missing]).toEqual([]);
  // That something was read at all.
  expect(lazy.length).toBeGreaterThan(10);
  expect([...(sheetsOf.get('second-line') ?? [])].map((sheet) => basename(sheet))).toEqual(['parts.css']);
});
