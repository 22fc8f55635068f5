import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../static/admin/src/texts/en';
import { LANGUAGES, loadLanguage } from '../../static/admin/src/texts/languages';
import { type Plural, type Text } from '../../static/admin/src/texts/text';
import { createFormat } from '../../static/admin/src/platform/format';
import { type TextKey, type Texts, translateInto } from '../../static/admin/src/texts/texts';
import { bareWords, filesOfPage, readPageSources, usedKeys } from './page-sources';

const keys = Object.keys(en) as TextKey[];

const formsOf = (text: Text): Plural => (typeof text === 'string' ? { other: text } : text);
const placeholders = (form: string): string[] => [...new Set(form.match(/\{\w+\}/g))].sort();

/** What a form of a text has to fill in: what the same form does in English, else what its general form does. */
function wanted(key: TextKey, rule: Intl.LDMLPluralRule): string[] {
  const english = formsOf(en[key]);
  return placeholders(english[rule] ?? english.other);
}

describe.each(LANGUAGES)('the texts in %s', (code) => {
  let texts: Texts;
  beforeAll(async () => {
    const language = await loadLanguage(`${code}-XX`);
    expect(language.code).toBe(code);
    texts = language.texts;
  });

  test('are those of English, none more and none less', () => {
    expect(Object.keys(texts).sort()).toEqual([...keys].sort());
  });

  test('stand under one key each, whichever file they are in', async () => {
    const folder = join(import.meta.dirname, '../../static/admin/src/texts', code);
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'app-sentences.ts');
    const all: string[] = [];
    for (const file of files) {
      const exported = (await import(join(folder, file))) as Record<string, object>;
      all.push(...Object.values(exported).flatMap((part) => Object.keys(part)));
    }
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
    expect(all.length).toBe(keys.length);
  });

  test('say something in every form', () => {
    expect(
      keys.filter((key) => Object.values(formsOf(texts[key])).some((form) => form.trim() === '')),
    ).toEqual([]);
  });

  test('fill in the same as English, in each form', () => {
    const others = keys.filter((key) =>
      Object.entries(formsOf(texts[key])).some(
        ([rule, form]) => String(placeholders(form)) !== String(wanted(key, rule as Intl.LDMLPluralRule)),
      ),
    );
    expect(others).toEqual([]);
  });

  test('have the forms that the language counts by, where English counts', () => {
    const rules = [...new Intl.PluralRules(code).resolvedOptions().pluralCategories].sort();
    const counted = keys.filter((key) => typeof en[key] !== 'string');
    const others = counted.filter((key) => {
      const text = texts[key];
      return typeof text === 'string' || String(Object.keys(text).sort()) !== String(rules);
    });
    expect(others).toEqual([]);
    expect(keys.filter((key) => typeof texts[key] !== typeof en[key])).toEqual([]);
  });
});

test('German quotes as German does', async () => {
  const { texts } = await loadLanguage('de-DE');
  const odd = keys.filter((key) =>
    Object.values(formsOf(texts[key])).some((form) => /["”‘’']/.test(form) || !isQuotedInPairs(form)),
  );
  expect(odd).toEqual([]);
});

function isQuotedInPairs(form: string): boolean {
  return /^([^„“]|„[^„“]+“)*$/.test(form);
}

test('a number is written as the reader’s locale does, and counted as the language does', async () => {
  const say = async (locale: string): Promise<string[]> => {
    const t = translateInto(createFormat(locale), await loadLanguage(locale));
    return [1, 1_234].map((count) => t('cases.seats', { count }));
  };
  expect(await say('de-DE')).toEqual(['1 abgerechneter Platz', '1.234 abgerechnete Plätze']);
  expect((await say('de-CH'))[1]).toMatch(/^1[’']234 abgerechnete Plätze$/);
  // No French yet: its reader gets English words, with French numbers, and “0 seats” as English says it.
  expect((await say('fr-FR'))[1]).toMatch(/^1\s234 billed seats$/);
});

/** The compiler reads the whole page, beside other tests. */
const PATIENCE = 180_000;

describe('the sources of the page', () => {
  let program: ts.Program;
  beforeAll(() => {
    program = readPageSources();
  }, PATIENCE);

  test('use every text', { timeout: PATIENCE }, () => {
    const used = usedKeys(program);
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
    // That calls were found at all.
    expect(used.size).toBeGreaterThan(500);
  });

  test('show no words but texts', () => {
    const found = filesOfPage(program).flatMap((file) =>
      bareWords(file).map((words) => `${file.fileName.split('/src/')[1]}: ${words}`),
    );
    expect(found).toEqual([]);
  });
});

test.each([
  ['<p>Seats</p>', ['Seats']],
  ['<p>{"Seats"}</p>', ['Seats']],
  ['<p>{known ? "Seats" : `no ${one} left`}</p>', ['Seats', 'no', 'left']],
  ['<><b>{known && "Seats"}</b> · –</>', ['Seats']],
  ['<p>{kind === "seats" && count}</p>', []],
  ['<Field label="Seats" id="seats" />', ['Seats']],
  ['<Field label={known ? "Seats" : told} className="wide" />', ['Seats']],
  ['<input placeholder="*@bots.example.com" />', []],
  ['<p>{t("item.seats")} · {count}</p>', []],
])('of %s, what would be shown in every language is %j', (source, words) => {
  const file = ts.createSourceFile('planted.tsx', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  expect(bareWords(file)).toEqual(words);
});
