import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { type InvoiceLine, type Pool } from '../../../../src/contracts/money';
import { TableHead } from '../parts/table-head';
import { useMay, useServices } from '../services';
import { InvoiceForm } from './invoice-form';

interface Props {
  pool: Pool;
  /** Newest period first. */
  lines: readonly InvoiceLine[];
  reload: () => void;
}

/** What was typed in of invoices; a line with a slip in it is recorded anew in its place. */
export function InvoiceLines({ pool, lines, reload }: Props) {
  const { t, format } = useServices();
  const may = useMay('invoice-lines/record');
  const [wrong, setWrong] = useState<InvoiceLine | null>(null);
  if (lines.length === 0) return null;
  return (
    <details className="how">
      <summary>{t('invoice.lines', { count: lines.length })}</summary>
      <table className="small-table">
        <TableHead
          columns={[
            { title: t('invoice.period') },
            { title: t('invoice.number') },
            { title: t('invoice.seats'), numeric: true },
            { title: t('invoice.amount', { currency: pool.currency }), numeric: true },
            ...(may ? [{ title: t('records.column.moves') }] : []),
          ]}
        />
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{format.day(line.period)}</th>
              <td>{line.number}</td>
              <td className="number">{format.number(line.seats)}</td>
              <td className="number">{format.amount(line.currency, line.amount)}</td>
              {may && (
                <td>
                  <Button
                    spacing="compact"
                    aria-label={t('invoice.correct.of', {
                      day: format.day(line.period),
                      number: line.number,
                    })}
                    onClick={() => setWrong(line)}
                  >
                    {t('invoice.correct')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {wrong !== null && (
        <InvoiceForm key={wrong.id} pool={pool} line={wrong} reload={reload} close={() => setWrong(null)} />
      )}
    </details>
  );
}
