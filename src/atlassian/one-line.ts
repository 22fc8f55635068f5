const MOST = 200;

/**
 * Words of another side as they may stand in a message of ours: one short line, without control or
 * direction characters, which a terminal would obey, and without the key, should they repeat it.
 */
export function oneLine(text: string, key = ''): string {
  const harmless = (key === '' ? text : text.replaceAll(key, '…')).replace(/[\s\p{C}]+/gu, ' ');
  return harmless.trim().slice(0, MOST);
}
