import { expect, test } from 'vitest';
import { people } from '../../local/org/demo/people';
import { close, expectFrameAccessible, inTheDemo, leavePanel, openCase, type Settings, toTab } from './stage';

/*
 * The page in Jira’s frame where there is little room: beside Jira’s own navigation, and with less motion.
 */
const theatre = inTheDemo();

/** What only a tab shows, once it has been read. */
const TABS: Readonly<Record<string, string>> = {
  Overview: '.flows__picture',
  Review: '.grid--queue [data-row="0"]',
  Sources: '.grid--sources [data-row="0"]',
  Cases: '.grid--cases [data-row="0"]',
  'Handed over': '.empty',
  Savings: '.pool',
  Records: '.register',
  Setup: '.section',
};

/** Expects that one scrolls downwards only, and that nothing would move for who wants less of that. */
async function expectSettled({ page }: Settings, what: string): Promise<void> {
  const { wider, moving } = await page
    .frames()
    .at(-1)!
    .evaluate(() => ({
      wider: document.documentElement.scrollWidth - window.innerWidth,
      moving: [...document.querySelectorAll('*')].filter(
        (element) => getComputedStyle(element).animationName !== 'none',
      ).length,
    }));
  expect({ wider: Math.max(0, wider), moving }, what).toEqual({ wider: 0, moving: 0 });
}

for (const [screen, width] of [
  ['768 pixels', 768],
  ['1,440 pixels at 200 % zoom', 1440 / 2],
] as const) {
  test(`on a screen of ${screen} nothing but tables scrolls sideways, and what opens does not slide in`, async () => {
    const settings = await theatre().open();
    const { page, app } = settings;
    await page.setViewportSize({ width, height: 1000 });
    for (const [tab, shown] of Object.entries(TABS)) {
      await toTab(app, tab);
      await app.locator(shown).first().waitFor();
      await expectSettled(settings, tab);
    }
    for (const tab of ['Review', 'Sources']) {
      await toTab(app, tab);
      await app.locator('[data-row="0"]').click();
      await app.getByRole('dialog').getByRole('heading').first().waitFor();
      await expectSettled(settings, `the first line of ${tab}`);
      await leavePanel(settings);
    }
    await openCase(settings, theatre().nameOf(people.threePaths));
    await expectSettled(settings, 'a case');
    await expectFrameAccessible(settings, 'a case on a small screen');
    await close(settings);
  });
}
