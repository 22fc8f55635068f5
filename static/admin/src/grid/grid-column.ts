import { type ReactNode } from 'react';

export interface Column<L, S extends string> {
  id: string;
  title: string;
  /** What the title leaves out for shortness, or what sorting by it does where that is not plain. */
  hint?: string;
  /** The sort of the call table that this column stands for. */
  sort?: S;
  numeric?: boolean;
  /** Least width in pixels. */
  least: number;
  /** Its share of the room that is left; a column without one stays as narrow. */
  share?: number;
  draw: (line: L) => ReactNode;
}

export interface GridSort<S extends string> {
  by: S;
  /** Null where the app sorts one way only. */
  direction: 'ascending' | 'descending' | null;
}

/** Between columns, and at both ends of a row: pixels, as the style sheet has them. */
const GAP = 12;
const ENDS = 32;

/** The widths of columns as CSS writes them, and the narrowest that a row gets, in pixels. */
export function layOutColumns(columns: readonly Pick<Column<never, never>, 'least' | 'share'>[]): {
  template: string;
  least: number;
} {
  const template = columns.map(({ least, share }) =>
    share === undefined ? `${least}px` : `minmax(${least}px, ${share}fr)`,
  );
  const least = columns.reduce((sum, column) => sum + column.least + GAP, ENDS - GAP);
  return { template: template.join(' '), least };
}
