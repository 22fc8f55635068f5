import { type StatementLine } from '../../../../src/contracts/money-views';
import { TableHead } from '../parts/table-head';
import { useServices } from '../services';

interface Props {
  /** The name of the pool. */
  of: string;
  /** Newest first. */
  lines: readonly StatementLine[];
}

/** How the seats of one opening became those of the next, with what was billed and what nothing explains. */
export function Statements({ of, lines }: Props) {
  const { t, format } = useServices();
  const signed = (value: number): string => format.signed(value);
  return (
    <div className="sideways" role="region" aria-label={t('ledger.of', { pool: of })} tabIndex={0}>
      <table className="small-table">
        <TableHead
          columns={[
            { title: t('ledger.between') },
            { title: t('ledger.opening'), numeric: true },
            { title: t('ledger.joiners'), numeric: true },
            { title: t('ledger.freed'), numeric: true },
            { title: t('ledger.readded'), numeric: true },
            { title: t('ledger.other'), numeric: true },
            { title: t('ledger.closing'), numeric: true },
            { title: t('ledger.unknown'), numeric: true },
            { title: t('ledger.invoice') },
          ]}
        />
        <tbody>
          {lines.map(({ statement, invoices }) => (
            <tr key={statement.to.cycleId}>
              <th scope="row">
                {t('ledger.days', {
                  from: format.dayOf(statement.from.at),
                  to: format.dayOf(statement.to.at),
                })}
              </th>
              <td className="number">{format.number(statement.opening)}</td>
              <td className="number">{signed(statement.joiners)}</td>
              <td className="number">{signed(-statement.freed)}</td>
              <td className="number">{signed(statement.readded)}</td>
              <td className="number">{signed(statement.other)}</td>
              <td className="number">
                <b>{format.number(statement.closing)}</b>
              </td>
              <td className="number">{format.number(statement.unknown)}</td>
              <td>
                {invoices.length === 0 && <span className="quiet">{t('ledger.invoice.none')}</span>}
                {invoices.map((invoice) => (
                  <div key={invoice.period}>
                    {t('ledger.invoice.told', {
                      day: format.day(invoice.period),
                      count: invoice.seats,
                      amount: format.amount(invoice.currency, invoice.amount),
                    })}
                    <span
                      className={
                        invoice.unexplainedSeats === 0 && invoice.unexplainedAmount === 0
                          ? 'second-line'
                          : 'second-line money--more'
                      }
                    >
                      {t('ledger.unexplained', {
                        seats: signed(invoice.unexplainedSeats),
                        amount:
                          invoice.unexplainedAmount === null
                            ? t('money.untold')
                            : format.amount(invoice.currency, invoice.unexplainedAmount),
                      })}
                    </span>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
