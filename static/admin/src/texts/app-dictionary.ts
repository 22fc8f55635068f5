/**
 * What the app says in English, and the same in another language. A placeholder is `{name}`, or `{name:kind}` where
 * not just any words stand: `number`, `day`, `names` (`a, b and c`), or a set of phrases, `+` after it for several of
 * them. In the other language it is the mere `{name}`.
 */
export type Sayings = Readonly<Record<string, string>>;

/** The sentences, and by their kind the phrases that stand in sentences. */
export interface AppDictionary {
  readonly sentences: Sayings;
  readonly phrases: Readonly<Record<string, Sayings>>;
}

/** Gives a sentence of the app in another language; null where the dictionary does not hold it. */
export type TellSentence = (sentence: string) => string | null;
