import type { FramePlace } from './messages';

/** The app's own route is kept behind the `#` of the product's address, so that it can be reloaded and sent to others. */
export function readPlace(): FramePlace {
  const { pathname, search, hash } = new URL(location.hash.slice(1) || '/', 'http://x');
  return { pathname, search, hash, state: history.state as unknown, key: 'place' };
}

export function writePlace(place: FramePlace, move: 'PUSH' | 'REPLACE'): void {
  const address = `#${place.pathname}${place.search}${place.hash}`;
  if (move === 'PUSH') history.pushState(place.state ?? null, '', address);
  else history.replaceState(place.state ?? null, '', address);
}
