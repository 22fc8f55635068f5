import { type Format } from '../platform/format';
import { type TellSentence } from './app-dictionary';
import { type en } from './en';
import { type Placeholders, type Text } from './text';

type English = typeof en;
export type TextKey = keyof English;

/** What a further language must bring: every key, as text or plural forms. */
export type Texts = Readonly<Record<TextKey, Text>>;

/** The words of one language, and its code, by whose rules they are counted. */
export interface Language {
  code: string;
  texts: Texts;
  /** Tells what the app says in English, with numbers and days as the reader reads them. */
  appSentences: (format: Format) => TellSentence;
}

type Values<K extends TextKey> = { [N in Placeholders<English[K]>]: string | number };
type ValuesOf<K extends TextKey> = [Placeholders<English[K]>] extends [never] ? [] : [values: Values<K>];

/** Gives the text of a key; numbers among the values are grouped as the locale does. */
export type Translate = <K extends TextKey>(key: K, ...values: ValuesOf<K>) => string;

/** `format` writes the numbers, the language everything else. */
export function translateInto(format: Format, { code, texts }: Pick<Language, 'code' | 'texts'>): Translate {
  const rules = new Intl.PluralRules(code);
  return (key, ...rest) => {
    const values: Readonly<Record<string, string | number>> = rest[0] ?? {};
    const text = texts[key];
    const form = typeof text === 'string' ? text : pick(text, rules.select(Number(values['count'])));
    return form.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? format.number(value) : value;
    });
  };
}

function pick(text: Exclude<Text, string>, rule: Intl.LDMLPluralRule): string {
  return text[rule] ?? text.other;
}
