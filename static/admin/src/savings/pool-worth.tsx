import { type ReactNode } from 'react';
import { type Worth } from '../../../../src/contracts/money';
import { type PoolLine } from '../../../../src/contracts/money-views';
import { TableHead } from '../parts/table-head';
import { useServices } from '../services';
import { MoneyText } from '../parts/money-text';

/** The savings that are told side by side, the surest first. */
const STANDINGS = ['settled', 'observed', 'proposed'] as const;

interface Row {
  id: 'seats' | 'cash' | 'renewal' | 'headroom';
  means: string;
  draw: (one: Worth) => ReactNode;
}

/** What freed seats are worth: three amounts that answer three questions and are never added up. */
export function PoolWorth({ pool: { name, record, worth } }: { pool: PoolLine }) {
  const { t, format } = useServices();
  const currency = record?.currency ?? null;
  const { cash, renewal } = worth.settled;
  const day = (told: string | undefined): string => (told === undefined ? '' : format.day(told));
  const step = renewal?.nextStep ?? null;
  const priced: readonly Row[] =
    currency === null
      ? []
      : [
          {
            id: 'cash',
            means: cash === null ? t('worth.cash.not') : t('worth.cash.means', { day: day(cash.from) }),
            draw: (one) => one.cash && <MoneyText amount={one.cash.amount} currency={currency} />,
          },
          {
            id: 'renewal',
            means:
              renewal === null ? t('worth.renewal.not') : t('worth.renewal.means', { day: day(renewal.on) }),
            draw: (one) => one.renewal && <MoneyText amount={one.renewal.amount} currency={currency} />,
          },
          {
            id: 'headroom',
            means: t(worth.settled.headroom === null ? 'worth.headroom.not' : 'worth.headroom.means'),
            draw: (one) => one.headroom !== null && format.number(one.headroom),
          },
        ];
  const rows: readonly Row[] = [
    { id: 'seats', means: t('worth.seats.means'), draw: ({ seats }) => format.number(seats) },
    ...priced,
  ];
  return (
    <>
      <div className="sideways" role="region" aria-label={t('worth.of', { pool: name })} tabIndex={0}>
        <table className="small-table worth">
          <TableHead
            columns={[
              { title: t('worth.title') },
              ...STANDINGS.map((one) => ({ title: t(`worth.${one}`), numeric: true })),
            ]}
          />
          <tbody>
            {rows.map(({ id, means, draw }) => (
              <tr key={id}>
                <th scope="row">
                  {t(`worth.${id}`)}
                  <span className="second-line">{means}</span>
                </th>
                {STANDINGS.map((one) => (
                  <td key={one} className="number">
                    {draw(worth[one]) || <span className="quiet">–</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {step !== null && currency !== null && (
        <p>
          {t('worth.step', {
            count: step.seats,
            day: format.day(step.by),
            amount: format.amount(currency, step.worth),
          })}
        </p>
      )}
      {currency !== null && <p className="quiet">{t('worth.never-added')}</p>}
    </>
  );
}
