import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Where options appear: the page, or the frame that the app runs in. */
type Place = Pick<Page | FrameLocator, 'getByRole'>;

/** Opens a list by the keyboard, as its input itself has no size to click on, and takes an option. */
export async function choose(list: Locator, option: string, place: Place = list.page()): Promise<void> {
  await list.focus();
  await list.press('ArrowDown');
  await place.getByRole('option', { name: option }).click();
}

/** Types a part of a name and takes the person found. */
export async function choosePerson(
  list: Locator,
  typed: string,
  name: string,
  place: Place = list.page(),
): Promise<void> {
  await list.fill(typed);
  await place.getByRole('option', { name, exact: true }).click();
}
