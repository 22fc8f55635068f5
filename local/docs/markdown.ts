/** A table; a bar inside a cell would end the cell. */
export function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** A link to an Atlassian page, named by the last part of its address. */
export function pageLink(url: string): string {
  const name = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? url;
  return `[${name}](${url})`;
}
