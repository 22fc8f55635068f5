/** What a rule may ask of a thing: the name of each fact, and the values it can have, in words. */
export type FactWords<F> = {
  readonly [K in keyof F]: { readonly name: string; readonly word: (value: F[K]) => string };
};

/**
 * Tells in words when a rule holds, from the rule itself: it is asked about every possible thing, and
 * the answers are read back as “this fact is one of these, and that one is …”. So the words cannot
 * differ from the code. Facts that make no difference are left out.
 * @throws where a rule is not a plain “and” of facts; it then wants splitting, or words of its own.
 */
export function tellCondition<F extends object>(
  things: readonly F[],
  words: FactWords<F>,
  holds: (thing: F) => boolean,
): string {
  const names = Object.keys(words) as (keyof F)[];
  const yes = things.filter(holds);
  if (yes.length === 0) return 'never';
  const allowed = new Map(names.map((name) => [name, new Set(yes.map((thing) => thing[name]))]));
  const admits = (without: keyof F | null, thing: F): boolean =>
    [...allowed].every(([name, values]) => name === without || values.has(thing[name]));
  const admitted = (without: keyof F | null): number =>
    things.filter((thing) => admits(without, thing)).length;
  if (admitted(null) !== yes.length) throw new Error('the rule is not a plain “and” of its facts');
  for (const name of [...names].reverse()) if (admitted(name) === yes.length) allowed.delete(name);
  if (allowed.size === 0) return 'always';
  return [...allowed]
    .map(([name, values]) => {
      const { name: fact, word } = words[name];
      return `${fact}: ${[...new Set([...values].map((value) => word(value)))].join(' or ')}`;
    })
    .join('; ');
}

/** Every combination of the values given for each fact. */
export function everyThing<F extends object>(values: { readonly [K in keyof F]: readonly F[K][] }): F[] {
  let things: Partial<F>[] = [{}];
  for (const name of Object.keys(values) as (keyof F)[]) {
    things = things.flatMap((thing) => values[name].map((value) => ({ ...thing, [name]: value })));
  }
  return things as F[];
}
