/**
 * For each object of a JSON text, by its path (`cases[].rows[]`), the orders in which its keys stand. Read
 * from the raw text: a parsed object would move keys that look like numbers, and hide keys that come twice.
 */
export function keyOrders(text: string): Map<string, Set<string>> {
  const orders = new Map<string, Set<string>>();
  const token = /\s*([{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+)/gy;
  const next = (): string => {
    const found = token.exec(text)?.[1];
    if (found === undefined) throw new Error(`no JSON at ${token.lastIndex}`);
    return found;
  };
  const value = (first: string, path: string): void => {
    if (first === '[') {
      for (let one = next(); one !== ']'; one = next()) if (one !== ',') value(one, `${path}[]`);
      return;
    }
    if (first !== '{') return;
    const keys: string[] = [];
    for (let one = next(); one !== '}'; one = next()) {
      if (one === ',') continue;
      const key = JSON.parse(one) as string;
      keys.push(key);
      if (next() !== ':') throw new Error(`no value for ${key}`);
      value(next(), path === '' ? key : `${path}.${key}`);
    }
    const known = orders.get(path) ?? new Set<string>();
    orders.set(path, known.add(keys.join(' ')));
  };
  value(next(), '');
  return orders;
}
