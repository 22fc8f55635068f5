import type { Frame, Page } from 'playwright-core';
import { en } from '../../static/admin/src/texts/en';
import type { Text } from '../../static/admin/src/texts/text';
import type { TextKey, Texts } from '../../static/admin/src/texts/texts';

/** Letters that a text needs beside what it fills in, so that only itself is taken for it. */
const TELLING = 8;

/** What stands on a page in English, or as a mere key, though its language has words of its own for it. */
export async function englishLeft(place: Page | Frame, texts: Texts): Promise<string[]> {
  const keys = Object.keys(en) as TextKey[];
  const own = new Set(keys.flatMap((key) => formsOf(texts[key])));
  const foreign = keys
    .flatMap((key) => [key, ...formsOf(en[key])])
    .filter((form) => !own.has(form))
    .map(patternOf)
    .filter((pattern) => pattern !== null);
  const said = await place.evaluate(() => {
    const words: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) words.push(texts.currentNode.nodeValue ?? '');
    for (const name of ['aria-label', 'placeholder', 'title']) {
      document.querySelectorAll(`[${name}]`).forEach((one) => words.push(one.getAttribute(name) ?? ''));
    }
    return words;
  });
  const shown = new Set(said.map((words) => words.trim()));
  return [...shown].filter((words) => foreign.some((pattern) => pattern.test(words)));
}

function formsOf(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** What a text looks like once it is filled in; null where it has too few words of its own to be told by them. */
function patternOf(form: string): RegExp | null {
  const fixed = form.split(/\{\w+\}/);
  if (fixed.length > 1 && fixed.join('').replace(/\P{L}/gu, '').length < TELLING) return null;
  const escaped = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 's');
}
