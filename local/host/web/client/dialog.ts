import type { AppFrame } from './frames';

/** What `Modal.open()` of `@forge/bridge` 7.2.0 asks for. */
export interface DialogRequest {
  resource?: string | null;
  size?: string | { width: string; height?: string };
  context?: Record<string, unknown>;
  closeOnEscape?: boolean;
  closeOnOverlayClick?: boolean;
  title?: string;
  onClose?: (payload: unknown) => void;
}

/** Pixels; the widths of Atlassian's dialogs. */
const widths: Record<string, string> = {
  small: '400px',
  medium: '600px',
  large: '800px',
  xlarge: '968px',
  fullscreen: '100vw',
  max: '100vw',
};

/** Opens a dialog with a frame of its own; the answer is that frame, still to be listened to. */
export function openDialog(
  request: DialogRequest,
  opener: AppFrame,
  closed: (frame: AppFrame) => void,
): AppFrame {
  const dialog = document.createElement('dialog');
  const iframe = document.createElement('iframe');
  const { resource, size = 'medium', title = '' } = request;
  const address = new URL(opener.element.src);
  if (typeof resource === 'string' && resource !== '')
    address.pathname = `/${encodeURIComponent(resource)}/index.html`;
  iframe.src = address.href;
  iframe.title = title;
  iframe.setAttribute('sandbox', opener.element.getAttribute('sandbox') ?? '');
  dialog.className = 'app-dialog';
  dialog.setAttribute('aria-label', title === '' ? 'App' : title);
  dialog.style.width = typeof size === 'string' ? (widths[size] ?? '600px') : size.width;
  if (typeof size !== 'string' && size.height !== undefined) dialog.style.height = size.height;
  dialog.append(iframe);
  document.body.append(dialog);

  const frame: AppFrame = {
    element: iframe,
    moduleKey: opener.moduleKey,
    extension: { modal: request.context ?? {} },
    close: (payload) => {
      dialog.remove();
      closed(frame);
      frame.onClose?.();
      request.onClose?.(payload);
    },
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (request.closeOnEscape !== false) frame.close?.(undefined);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && request.closeOnOverlayClick !== false) frame.close?.(undefined);
  });
  dialog.showModal();
  return frame;
}
