import { en } from './en';
import { writeFigures } from './english-figures';
import { type Language } from './texts';

/** The app itself speaks English: of its sentences only the figures are written anew. */
const english: Language = {
  code: 'en',
  texts: en,
  appSentences: (format) => (sentence) => writeFigures(sentence, format),
};

/** The others: each is a file of its own, which only its readers load. */
const others: Readonly<Record<string, () => Promise<Omit<Language, 'code'>>>> = {
  de: async () => {
    const { de, appSentences } = await import('./de');
    return { texts: de, appSentences };
  },
};

export const LANGUAGES: readonly string[] = [english.code, ...Object.keys(others)];

/**
 * The language that serves a locale such as `de-DE`: English where there is none of its own, and where its
 * file is gone because the app was updated meanwhile.
 */
export async function loadLanguage(locale: string): Promise<Language> {
  const code = locale.split('-')[0] ?? english.code;
  const load = Object.hasOwn(others, code) ? others[code] : undefined;
  if (load === undefined) return english;
  try {
    return { code, ...(await load()) };
  } catch {
    return english;
  }
}
