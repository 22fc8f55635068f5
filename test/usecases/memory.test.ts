import { expect, test } from 'vitest';
import { createMemory } from '../../src/memory';

const later = <T>(value: T): Promise<T> => Promise.resolve(value);

test('what was made under a key is given again, to the installation that made it and to no other', async () => {
  const memory = createMemory();
  let made = 0;
  const make = (): Promise<number> => later((made += 1));
  expect(await memory.remember('one', 'table', make)).toBe(1);
  expect(await memory.remember('one', 'table', make)).toBe(1);
  expect(await memory.remember('two', 'table', make)).toBe(2);
  expect(await memory.remember('one', 'other', make)).toBe(3);
  expect(await memory.remember('one', 'table', make)).toBe(1);
});

test('an installation and a key never run together into those of another', async () => {
  const memory = createMemory();
  const site = 'ari:cloud:jira::site/a';
  expect(await memory.remember(site, 'b table', () => later('first'))).toBe('first');
  expect(await memory.remember(`${site}b`, 'table', () => later('second'))).toBe('second');
  expect(await memory.remember(`${site} b`, 'table', () => later('third'))).toBe('third');
});

test('what could not be made is made again, and one that is being made is waited for', async () => {
  const memory = createMemory();
  await expect(memory.remember('one', 'k', () => Promise.reject(new Error('storage')))).rejects.toThrow(
    'storage',
  );
  let made = 0;
  const slow = async (): Promise<number> => {
    await Promise.resolve();
    return (made += 1);
  };
  const both = await Promise.all([memory.remember('one', 'k', slow), memory.remember('one', 'k', slow)]);
  expect(both).toEqual([1, 1]);
});

test('only the few used last are kept', async () => {
  const memory = createMemory();
  const made: string[] = [];
  const use = (key: string): Promise<string> =>
    memory.remember('one', key, () => {
      made.push(key);
      return later(key);
    });
  for (const key of ['a', 'b', 'c', 'd', 'a', 'e', 'a', 'c', 'd', 'b']) await use(key);
  expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'b']);
});
