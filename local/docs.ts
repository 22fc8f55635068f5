import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, renderDocuments } from './docs/documents';

/*
 * npm run docs: writes the generated documents. With --check it writes nothing and ends with 1 where
 * one of them is not what the sources say now.
 */

const root = join(__dirname, '..');

function isFresh({ path, text }: Document): boolean {
  const file = join(root, path);
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

async function main(): Promise<void> {
  const stale = (await renderDocuments(root)).filter((document) => !isFresh(document));
  if (process.argv.includes('--check')) {
    for (const { path } of stale) console.error(`${path} is stale: npm run docs`);
    process.exitCode = stale.length === 0 ? 0 : 1;
    return;
  }
  for (const { path, text } of stale) {
    writeFileSync(join(root, path), text);
    console.log(`written: ${path}`);
  }
}

void main();
