/** The bit mask of the patterns that an address matches: bit p for pattern p. `''` matches none. */
export type EmailMatcher = (email: string) => number;

/** Holds addresses in lower case against patterns in lower case, at most 32 of them. */
export function emailMatcher(patterns: readonly string[]): EmailMatcher {
  return (email) =>
    email === ''
      ? 0
      : patterns.reduce((mask, pattern, p) => (matchesGlob(pattern, email) ? mask | (1 << p) : mask), 0) >>>
        0;
}

/**
 * Whether the whole text is what the pattern says, where `*` stands for any characters or none and all else for
 * itself. Each piece between two stars is looked for after the one before it and never again: the first place that
 * fits leaves the most room for the rest, so nothing has to be tried twice.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  const pieces = pattern.split('*');
  const first = pieces[0]!;
  const last = pieces[pieces.length - 1]!;
  if (pieces.length === 1) return text === pattern;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found === -1 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
