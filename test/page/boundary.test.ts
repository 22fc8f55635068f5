import { type Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { ONE_CASE } from './all-views';
import { openPage, openStage, type Stage } from './open-page';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** A file of the page that is no longer there, as after an update of the app. Returns the way to put it back. */
async function lose(page: Page, file: string): Promise<() => Promise<void>> {
  const gone = new RegExp(`/${file}-[\\w-]+\\.js$`);
  await page.route(gone, (route) => route.fulfill({ status: 404 }));
  return () => page.unroute(gone);
}

test('a tab whose file is gone says so and offers to load the page again; the other tabs stay', async () => {
  const { page, close } = await openPage(stage, { at: '/review' });
  await page.getByText('10 items').first().waitFor();
  const putBack = await lose(page, 'cases-tab');
  await page.getByRole('tab', { name: 'Cases' }).click();
  await page.getByRole('heading', { name: 'This part could not be shown' }).waitFor();
  await page.getByText('Seatpath may have been updated while this page was open.').waitFor();
  await page.getByRole('tab', { name: 'Review' }).click();
  await page.getByText('10 items').first().waitFor();
  await page.getByRole('tab', { name: 'Cases' }).click();
  await putBack();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await page.getByText('10,000 of 10,000 cases').waitFor();
  await close();
});

test('what opens at the right or the desk, gone, is said in place of the page', async () => {
  const { page, visit, close } = await openPage(stage, { at: '/cases' });
  await page.getByText('10,000 of 10,000 cases').waitFor();
  await lose(page, 'case-panel');
  await visit(ONE_CASE);
  await page.getByRole('heading', { name: 'This part could not be shown', level: 1 }).waitFor();
  await close();
  const desk = await openPage(stage, { look: { module: 'seatpath-desk' } });
  await desk.page.getByRole('heading', { level: 1 }).waitFor();
  await lose(desk.page, 'desk-page');
  await desk.page.reload();
  await desk.page.getByRole('heading', { name: 'This part could not be shown', level: 1 }).waitFor();
  await desk.close();
});
