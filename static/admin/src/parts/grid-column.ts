import { type ReactNode } from 'react';

export interface Column<L, S extends string> {
  id: string;
  title: string;
  /** What the title leaves out for shortness. */
  hint?: string;
  /** The sort of the call table that this column stands for. */
  sort?: S;
  numeric?: boolean;
  draw: (line: L) => ReactNode;
}

export interface GridSort<S extends string> {
  by: S;
  /** Null where the app sorts one way only. */
  direction: 'ascending' | 'descending' | null;
}
