import '../styles/records.css';
import Button from '@atlaskit/button/new';
import { type ReactNode, useState } from 'react';
import { useServices } from '../services';

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
}

/** Rows drawn at first, and with each press of “show more”. */
const STEP = 200;

export function RecordTable<L>({ caption, columns, lines, idOf }: Props<L>) {
  const { t } = useServices();
  const [shown, setShown] = useState(STEP);
  const rest = Math.min(STEP, lines.length - shown);
  return (
    <div className="records" role="region" aria-label={caption} tabIndex={0}>
      <table className="records__table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <tr key={idOf(line)}>
              {columns.map((column) => (
                <td key={column.id}>{column.draw(line)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button appearance="subtle" onClick={() => setShown(shown + STEP)}>
          {t('list.show-more', { count: rest })}
        </Button>
      )}
    </div>
  );
}
