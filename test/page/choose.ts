import { type Locator } from 'playwright-core';

/** Opens a list by the keyboard, as its input itself has no size to click on, and takes an option. */
export async function choose(list: Locator, option: string): Promise<void> {
  await list.focus();
  await list.press('ArrowDown');
  await list.page().getByRole('option', { name: option }).click();
}

/** Types a part of a name and takes the person found. */
export async function choosePerson(list: Locator, typed: string, name: string): Promise<void> {
  await list.fill(typed);
  await list.page().getByRole('option', { name, exact: true }).click();
}
