import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { bringToRest } from './at-rest';

/** A page, or a frame in it: axe runs in there, where the way through the page around takes three times as long. */
type Shown = Page | Frame;
type Mode = 'light' | 'dark';

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can differ between light and dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Shows it in a theme. */
async function turn(shown: Shown, mode: Mode): Promise<void> {
  await shown.evaluate((colorMode) => {
    document.documentElement.dataset['colorMode'] = colorMode;
  }, mode);
  await bringToRest(shown);
}

/** What breaks a rule of axe: all of WCAG 2.2 AA in the light; in the dark what is about colour, the rest being the same. */
async function broken(shown: Shown, mode: Mode): Promise<string[]> {
  await shown.evaluate(axe.source);
  const { violations } = await shown.evaluate(
    // What passed is not described: that takes most of the time.
    (runOnly) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly, resultTypes: ['violations'] }),
    mode === 'light'
      ? ({ type: 'tag', values: EVERY_RULE } as const)
      : ({ type: 'rule', values: COLOUR_RULES } as const),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Fails where axe finds something in the light or in the dark; `inEach` does something more in either. */
export async function expectAccessible(
  shown: Shown,
  what = 'what is shown',
  inEach?: (mode: Mode) => Promise<void>,
): Promise<void> {
  for (const mode of ['light', 'dark'] as const) {
    await turn(shown, mode);
    await inEach?.(mode);
    expect(await broken(shown, mode), `${what}, ${mode}`).toEqual([]);
  }
}
