import { type Format } from '../platform/format';
import { type AppDictionary, type Sayings, type TellSentence } from './app-dictionary';
import { type Blank, patternOf, type SentencePattern } from './app-sentence-pattern';

/** Sayings of one kind, ready to be looked up. */
interface Chapter {
  readonly exact: Sayings;
  /** The most specific first. */
  readonly patterns: readonly (SentencePattern & { readonly told: string })[];
}

/**
 * Tells what the app says in English in another language: whole sentences of the dictionary, and several of them with
 * a space between. What was filled in is carried over: names as they are, days and numbers as `format` writes them.
 */
export function tellerOfSentences({ sentences, phrases }: AppDictionary, format: Format): TellSentence {
  const chapters = new Map<string, Chapter>();
  const chapterOf = (kind: string, sayings: Sayings): Chapter => {
    const known = chapters.get(kind) ?? openChapter(sayings, phrases);
    chapters.set(kind, known);
    return known;
  };

  function lookUp({ exact, patterns }: Chapter, said: string): string | null {
    if (Object.hasOwn(exact, said)) return exact[said]!;
    for (const { looksLike, blanks, told } of patterns) {
      const found = looksLike.exec(said);
      if (found === null) continue;
      const values = new Map(blanks.map((blank, i) => [blank.name, fill(blank, found[i + 1]!)]));
      return told.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name)!);
    }
    return null;
  }

  function fill({ kind, several }: Blank, said: string): string {
    if (several) {
      return format.list(said.split(', ').map((one) => fill({ name: '', kind, several: false }, one)));
    }
    switch (kind) {
      case 'text':
        return said;
      case 'number':
        return format.number(Number(said));
      case 'day':
        return format.day(said);
      case 'names':
        return format.list(said.split(/, | and /));
      default:
        return lookUp(chapterOf(kind, phrases[kind]!), said)!;
    }
  }

  function tell(said: string): string | null {
    const whole = lookUp(chapterOf('', sentences), said);
    if (whole !== null) return whole;
    for (const { index } of said.matchAll(/(?<=[.!?]) (?=\S)/g)) {
      const first = lookUp(chapterOf('', sentences), said.slice(0, index));
      const rest = first === null ? null : tell(said.slice(index + 1));
      if (rest !== null) return `${first} ${rest}`;
    }
    return null;
  }

  return tell;
}

function openChapter(sayings: Sayings, phrases: AppDictionary['phrases']): Chapter {
  const patterns = Object.entries(sayings).flatMap(([saying, told]) => {
    const pattern = patternOf(saying, phrases);
    return pattern === null ? [] : [{ ...pattern, told }];
  });
  return { exact: sayings, patterns: patterns.sort((a, b) => b.ownLength - a.ownLength) };
}
