/** A message of the app, or of the page itself, shown at the edge of the window (`showFlag` of `@forge/bridge` 7.2.0). */
export interface Flag {
  id: string | number;
  title?: string;
  description?: string;
  type?: string;
  isAutoDismiss?: boolean;
  actions?: { text: string; onClick?: () => void }[];
}

/** Milliseconds; what Atlassian's own flags take. */
const dismissAfterMs = 8_000;

export function showFlag(flag: Flag): void {
  closeFlag(flag.id);
  const box = document.createElement('section');
  box.className = `flag flag-${/^[a-z]+$/.test(flag.type ?? '') ? flag.type : 'info'}`;
  box.dataset['flag'] = String(flag.id);
  box.append(line('strong', flag.title ?? ''), line('p', flag.description ?? ''));
  for (const action of flag.actions ?? []) {
    const button = line('button', action.text);
    button.addEventListener('click', () => action.onClick?.());
    box.append(button);
  }
  const close = line('button', 'Dismiss');
  close.addEventListener('click', () => void closeFlag(flag.id));
  box.append(close);
  document.querySelector('#flags')?.append(box);
  if (flag.isAutoDismiss) setTimeout(() => void closeFlag(flag.id), dismissAfterMs);
}

export function closeFlag(id: string | number): boolean {
  const found = [...document.querySelectorAll<HTMLElement>('[data-flag]')].find(
    (box) => box.dataset['flag'] === String(id),
  );
  found?.remove();
  return found !== undefined;
}

function line(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
