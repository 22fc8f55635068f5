import { type AppDictionary } from './app-dictionary';

/** A placeholder of a saying, in the order in which they stand. */
export interface Blank {
  readonly name: string;
  readonly kind: string;
  /** Whether several stand there, with commas between. */
  readonly several: boolean;
}

export interface SentencePattern {
  /** One group for each blank. */
  readonly looksLike: RegExp;
  readonly blanks: readonly Blank[];
  /** How many characters are its own: the more, the surer it is meant. */
  readonly ownLength: number;
}

const BLANK = /\{(\w+)(?::([\w-]+)(\+?))?\}/;

/** What a blank of a kind looks like, beside the sets of phrases. A name may be empty, and hold anything. */
const LOOKS: Readonly<Record<string, string>> = {
  text: '.*?',
  number: '\\d+',
  day: '\\d{4}-\\d{2}-\\d{2}',
  names: '[^\\s,]+(?:(?:, | and )[^\\s,]+)*',
};

/** What a saying looks like once it is filled in; null where nothing is to be filled in. */
export function patternOf(saying: string, phrases: AppDictionary['phrases']): SentencePattern | null {
  const { words, blanks } = partsOf(saying);
  if (blanks.length === 0) return null;
  const source = join(words, blanks, (blank) => `(${looksOf(blank, phrases)})`);
  return {
    looksLike: new RegExp(`^${source}$`, 's'),
    blanks,
    ownLength: words.join('').length,
  };
}

function partsOf(saying: string): { words: string[]; blanks: Blank[] } {
  const words: string[] = [];
  const blanks: Blank[] = [];
  let rest = saying;
  for (let found = BLANK.exec(rest); found !== null; found = BLANK.exec(rest)) {
    const [whole, name = '', kind = 'text', several] = found;
    words.push(rest.slice(0, found.index));
    blanks.push({ name, kind, several: several === '+' });
    rest = rest.slice(found.index + whole.length);
  }
  return { words: [...words, rest], blanks };
}

function join(words: readonly string[], blanks: readonly Blank[], draw: (blank: Blank) => string): string {
  return words
    .map(
      (part, i) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + (i < blanks.length ? draw(blanks[i]!) : ''),
    )
    .join('');
}

function looksOf({ kind, several }: Blank, phrases: AppDictionary['phrases']): string {
  const one = LOOKS[kind] ?? looksOfAny(Object.keys(phrases[kind]!), phrases);
  return several ? `${one}(?:, ${one})*` : one;
}

function looksOfAny(sayings: readonly string[], phrases: AppDictionary['phrases']): string {
  const each = sayings.map((saying) => {
    const { words, blanks } = partsOf(saying);
    return join(words, blanks, (blank) => `(?:${looksOf(blank, phrases)})`);
  });
  return `(?:${each.join('|')})`;
}
