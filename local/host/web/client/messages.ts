/** What the app's frame and the product's page say to each other by postMessage. */

export interface FramePlace {
  pathname: string;
  search: string;
  hash: string;
  state?: unknown;
  key: string;
}

/** From the frame to the product. Functions in a payload travel as `{ __callback: number }`. */
export interface FromFrame {
  forge: 'call';
  id: number;
  op: string;
  payload: unknown;
}

/** From the product to the frame. */
export type ToFrame =
  | { forge: 'answer'; id: number; value?: unknown; error?: string }
  | { forge: 'callback'; callback: number; args: unknown[] }
  | { forge: 'event'; space: string; event: string; payload: unknown }
  | { forge: 'place'; place: FramePlace; action: 'PUSH' | 'REPLACE' | 'POP' }
  | { forge: 'color'; colorMode: string };
