/** Gives the focus to the row of the table that Tab would reach: for what is gone and has nothing else to give it back to. */
export function focusRow(): void {
  document.querySelector<HTMLElement>('.grid__row[tabindex="0"]')?.focus({ preventScroll: true });
}
