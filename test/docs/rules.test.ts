import { expect, test } from 'vitest';
import { FINDINGS, OWNERS, SIGNALS } from '../../src/contracts/vocabulary';
import { everyThing, type FactWords, tellCondition } from '../../local/docs/condition';
import { renderDecisionTable, toldRules } from '../../local/docs/decision-table';

const rules = Object.entries(toldRules).flatMap(([part, told]) => told.map((rule) => ({ part, ...rule })));

/** Pages that Atlassian itself publishes. */
const ATLASSIAN_PAGE = /^https:\/\/(support|developer)\.atlassian\.com\/.+\/$/;

test.each(rules)('$part rule $id rests on an Atlassian page, with the day it was checked', (rule) => {
  expect(rule.because).not.toBe('');
  expect(rule.source).toMatch(ATLASSIAN_PAGE);
  expect(rule.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(new Date(`${rule.checked}T00:00:00Z`).toISOString().slice(0, 10)).toBe(rule.checked);
});

test('every signal, owner and finding has its rule, and each rule its own name', () => {
  const ids = (part: string): string[] => toldRules[part]!.map((rule) => rule.id);
  expect(ids('founding')).toEqual(SIGNALS);
  expect(ids('lanes')).toEqual(OWNERS);
  expect([...ids('findings')].sort()).toEqual([...FINDINGS].sort());
  for (const [part, told] of Object.entries(toldRules)) expect(new Set(ids(part)).size).toBe(told.length);
});

test('the decision table names every rule, its reason, its source and its date', () => {
  const text = renderDecisionTable();
  for (const rule of rules) {
    const told = text.split('\n').find((line) => line.includes(rule.because) && line.includes(rule.source));
    expect(told, rule.id).toContain(rule.checked);
  }
});

interface Weather {
  readonly rain: boolean;
  readonly wind: number;
}
const weathers = everyThing<Weather>({ rain: [true, false], wind: [0, 1, 2] });
const words: FactWords<Weather> = {
  rain: { name: 'rain', word: (rain) => (rain ? 'yes' : 'no') },
  wind: { name: 'wind', word: String },
};

test('a condition is told from the rule’s own answers, without the facts that make no difference', () => {
  expect(weathers).toHaveLength(6);
  expect(tellCondition(weathers, words, ({ rain, wind }) => rain && wind > 0)).toBe(
    'rain: yes; wind: 1 or 2',
  );
  expect(tellCondition(weathers, words, ({ wind }) => wind === 2)).toBe('wind: 2');
  expect(tellCondition(weathers, words, () => true)).toBe('always');
  expect(tellCondition(weathers, words, () => false)).toBe('never');
});

test('a rule that is no plain “and” is not put into wrong words', () => {
  expect(() => tellCondition(weathers, words, ({ rain, wind }) => rain || wind > 0)).toThrow('not a plain');
});
