/** Text that is markup already; everything else is escaped when it is put into a template. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Part = string | number | Markup | Part[] | undefined | false;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join('');
  return String(part).replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** A template whose values are escaped. */
export function html(template: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(template.map((fixed, at) => fixed + textOf(parts[at])).join(''));
}
