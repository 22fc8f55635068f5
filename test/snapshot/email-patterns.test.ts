import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emailMatcher, matchesGlob } from '../../src/snapshot/email-patterns';

/** The same question, asked the plain way: every place that a star could end at is tried. */
function naiveMatch(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern[0] !== '*') return text[0] === pattern[0] && naiveMatch(pattern.slice(1), text.slice(1));
  return Array.from({ length: text.length + 1 }, (_, n) => n).some((n) =>
    naiveMatch(pattern.slice(1), text.slice(n)),
  );
}

const few = (letters: string, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters.split('')), maxLength });

test('a pattern matches what a plain matcher says it does, for texts that repeat themselves as often as can be', () => {
  fc.assert(
    fc.property(few('ab@.*', 7), few('ab@.', 9), (pattern, text) => {
      expect(matchesGlob(pattern, text)).toBe(naiveMatch(pattern, text));
    }),
    { numRuns: 5_000 },
  );
});

test('a pattern made out of a text matches it', () => {
  const pieces = fc.array(few('ab@.+$(', 4), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(pieces, few('ab', 3), (all, filling) => {
      expect(matchesGlob(all.join('*'), all.join(filling))).toBe(true);
    }),
  );
});

test('only the star is special', () => {
  for (const word of ['a+b@x.example', 'a.b@x.example', '(a)@[x]', 'a?@x', 'a\\d@x', '^a$', 'a|b', '%_'])
    expect(matchesGlob(word, word), word).toBe(true);
  expect(matchesGlob('svc-?@x.example', 'svc-1@x.example')).toBe(false);
  expect(matchesGlob('svc.1@x.example', 'svc-1@x.example')).toBe(false);
  expect(matchesGlob('*@bots.example', 'a@bots.example')).toBe(true);
  expect(matchesGlob('*@bots.example', 'a@bots.example.net')).toBe(false);
  expect(matchesGlob('svc-*@acme.example', 'my-svc-1@acme.example')).toBe(false);
});

test('what stands before the first star and behind the last one never share a letter', () => {
  expect(matchesGlob('aba*ba', 'aba')).toBe(false);
  expect(matchesGlob('aba*ba', 'ababa')).toBe(true);
  expect(matchesGlob('a*a', 'a')).toBe(false);
  expect(matchesGlob('a*b*b', 'ab')).toBe(false);
});

test('a pattern that would make a backtracking matcher try for ever is answered at once', () => {
  const text = 'a'.repeat(254);
  const began = performance.now();
  for (let n = 0; n < 1_000; n += 1) expect(matchesGlob(`${'*a'.repeat(120)}*b`, text)).toBe(false);
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('each pattern has its bit, the thirty-second too, and a hidden address has none', () => {
  const patterns = Array.from({ length: 32 }, (_, p) => `${p}-*`);
  const matches = emailMatcher(patterns);
  patterns.forEach((_, p) => expect(matches(`${p}-x@acme.example`)).toBe(2 ** p));
  expect(emailMatcher(['*', '*'])('a@b')).toBe(3);
  expect(emailMatcher(['*'])('')).toBe(0);
  expect(emailMatcher([])('a@b')).toBe(0);
});
