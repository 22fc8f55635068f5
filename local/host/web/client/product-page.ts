import { showFlag } from './flags';
import { createFrames, type AppFrame, type Frames } from './frames';
import { createOperations } from './operations';
import { readPlace } from './place';
import { post } from './send';

/** Script of the product's page: answers the app's frame, and works the controls around it. */

function say(error: unknown): void {
  const description = error instanceof Error ? error.message : String(error);
  showFlag({ id: 'page', title: 'That did not work', description, type: 'error' });
}

/** Functions of the frame, which came as numbers, become functions again that call back into it. */
function revive(value: unknown, frame: AppFrame, frames: Frames): unknown {
  if (Array.isArray(value)) return value.map((part) => revive(part, frame, frames));
  if (typeof value !== 'object' || value === null) return value;
  if ('__callback' in value) {
    const callback = Number(value.__callback);
    return (...args: unknown[]) => frames.tell(frame, { forge: 'callback', callback, args });
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revive(part, frame, frames)]));
}

function hostFrames(): void {
  const element = document.querySelector<HTMLIFrameElement>('iframe#app');
  if (!element) return;
  const operations = createOperations(() => frames);
  const frames = createFrames((frame, message) => {
    const { id, op, payload } = message;
    const work = async (): Promise<unknown> => {
      const operation = Object.hasOwn(operations, op) ? operations[op] : undefined;
      if (operation)
        return operation(frame, (revive(payload, frame, frames) ?? {}) as Record<string, unknown>);
      await post('/host/bridge/unknown', { op });
      throw new Error(`The local page does not model the bridge operation '${op}'.`);
    };
    work().then(
      (value) => frames.tell(frame, { forge: 'answer', id, value }),
      (error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        frames.tell(frame, { forge: 'answer', id, error: text });
      },
    );
  });
  frames.add({ element, moduleKey: element.dataset['module'] ?? '' });
  element.src = element.dataset['source'] ?? '';
  window.addEventListener('popstate', () =>
    frames.tellAll({ forge: 'place', place: readPlace(), action: 'POP' }),
  );
  document.addEventListener('host:color', () => {
    frames.tellAll({ forge: 'color', colorMode: document.documentElement.dataset['colorMode'] ?? 'light' });
  });
}

async function changeSession(change: Record<string, string>): Promise<void> {
  await post('/host/session', change);
  if (change['colorMode'] === undefined) location.reload();
}

function onClick(selector: string, work: (element: HTMLElement) => Promise<unknown>): void {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    element.addEventListener('click', () => {
      element.toggleAttribute('disabled', true);
      work(element)
        .catch(say)
        .finally(() => element.toggleAttribute('disabled', false));
    });
  }
}

function controls(): void {
  for (const [id, name] of [
    ['person', 'accountId'],
    ['installation', 'installationId'],
    ['language', 'locale'],
  ] as const) {
    const select = document.querySelector<HTMLSelectElement>(`#${id}`);
    select?.addEventListener('change', () => void changeSession({ [name]: select.value }).catch(say));
  }
  onClick('#color-mode', async (button) => {
    const to = button.dataset['to'] ?? 'dark';
    await changeSession({ colorMode: to });
    document.documentElement.dataset['colorMode'] = to;
    button.dataset['to'] = to === 'dark' ? 'light' : 'dark';
    button.textContent = to === 'dark' ? 'Light theme' : 'Dark theme';
    document.dispatchEvent(new Event('host:color'));
  });
  onClick('[data-advance-days]', async (button) => {
    await post('/host/clock', { days: Number(button.dataset['advanceDays']) });
    location.reload();
  });
  onClick('#tick', async () => {
    await post('/host/tick', {});
    location.reload();
  });
}

function issue(): void {
  const key = document.querySelector<HTMLElement>('[data-issue]')?.dataset['issue'];
  document.querySelector<HTMLFormElement>('#open-issue')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const wanted = new FormData(event.target as HTMLFormElement).get('key');
    if (typeof wanted === 'string' && wanted !== '')
      location.assign(`/browse/${encodeURIComponent(wanted.trim())}`);
  });
  if (key === undefined) return;
  const path = `/host/issue/${encodeURIComponent(key)}`;
  const form = document.querySelector<HTMLFormElement>('#answer');
  if (form === null) return;
  const field = (name: string): string | undefined => {
    const value = new FormData(form).get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const comment = async (): Promise<void> => {
    const text = field('text')?.trim() ?? '';
    if (text !== '') await post(`${path}/comment`, { text, as: field('as') });
  };
  onClick('[data-transition]', async (button) => {
    await comment();
    await post(`${path}/transition`, { transition: button.dataset['transition'], as: field('as') });
    location.reload();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    comment()
      .then(() => location.reload())
      .catch(say);
  });
}

hostFrames();
controls();
issue();
