import { stringify } from 'csv-stringify/sync';

/** A lone carriage return ends a line for many readers: quoted, like a line feed. */
const QUOTING = { quoted_match: /\r/, record_delimiter: 'windows' } as const;

/**
 * Lines as CSV (RFC 4180), without formulas that a spreadsheet would run. `begins` where they begin a file: with a
 * byte-order mark, so that spreadsheets read it as UTF-8.
 */
export function writeCsv(lines: readonly (readonly string[])[], { begins }: { begins: boolean }): string {
  return stringify(lines as string[][], { ...QUOTING, escape_formulas: true, bom: begins });
}
