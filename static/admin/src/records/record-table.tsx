import '../styles/records.css';
import { type ReactNode, useState } from 'react';
import { ShowMore } from '../parts/show-more';
import { TableHead } from '../parts/table-head';

export interface RecordColumn<L> {
  id: string;
  title: string;
  draw: (line: L) => ReactNode;
}

interface Props<L> {
  caption: string;
  columns: readonly RecordColumn<L>[];
  lines: readonly L[];
  idOf: (line: L) => string;
  /** Drawn back where it no longer counts. */
  quiet: (line: L) => boolean;
  /** Rows drawn at first, and with each press of “show more”; without end where the lines come in pages. */
  step?: number;
}

const STEP = 200;

export function RecordTable<L>({ caption, columns, lines, idOf, quiet, step = STEP }: Props<L>) {
  const [shown, setShown] = useState(step);
  return (
    <div className="records" role="region" aria-label={caption} tabIndex={0}>
      <table className="records__table">
        <caption className="sr-only">{caption}</caption>
        <TableHead columns={columns} />
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <tr key={idOf(line)} className={quiet(line) ? 'records__row--quiet' : undefined}>
              {columns.map((column) => (
                <td key={column.id} className={`records__cell records__cell--${column.id}`}>
                  {column.draw(line)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore rest={Math.min(step, lines.length - shown)} show={() => setShown(shown + step)} />
    </div>
  );
}
