import type { FromFrame, ToFrame } from './messages';

/** A frame of the app: the page's own, or one in a dialog. */
export interface AppFrame {
  element: HTMLIFrameElement;
  moduleKey: string;
  /** Added to the context of a dialog's frame. */
  extension?: Record<string, unknown>;
  /** Closes the dialog; absent for the page's own frame. */
  close?: (payload: unknown) => void;
  onClose?: () => void;
}

export interface Frames {
  add(frame: AppFrame): void;
  remove(frame: AppFrame): void;
  tell(frame: AppFrame, message: ToFrame): void;
  tellAll(message: ToFrame): void;
}

/** Listens to the app's frames: by window and by origin, anything else that speaks is not heard. */
export function createFrames(hear: (frame: AppFrame, message: FromFrame) => void): Frames {
  const frames = new Set<AppFrame>();
  const originOf = (frame: AppFrame): string => new URL(frame.element.src).origin;

  window.addEventListener('message', (event: MessageEvent<FromFrame>) => {
    for (const frame of frames) {
      if (event.source === frame.element.contentWindow && event.origin === originOf(frame))
        hear(frame, event.data);
    }
  });

  const tell = (frame: AppFrame, message: ToFrame): void =>
    frame.element.contentWindow?.postMessage(message, originOf(frame));
  return {
    add: (frame) => void frames.add(frame),
    remove: (frame) => void frames.delete(frame),
    tell,
    tellAll: (message) => {
      for (const frame of frames) tell(frame, message);
    },
  };
}
