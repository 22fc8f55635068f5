import { en } from './en';
import { type Language, type Texts } from './texts';

const english: Language = { code: 'en', texts: en };

/** The others: each is a file of its own, which only its readers load. */
const others: Readonly<Record<string, () => Promise<Texts>>> = {
  de: async () => (await import('./de')).de,
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
    return { code, texts: await load() };
  } catch {
    return english;
  }
}
