/** The forms of a text that depend on `{count}`, by the plural rules of its language. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type Text = string | Plural;

type Forms<T> = T extends string ? T : T extends Plural ? NonNullable<T[keyof T & keyof Plural]> : never;
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** The placeholders of a text, read from the text itself: a forgotten one does not compile. */
export type Placeholders<T> = Names<Forms<T>>;
