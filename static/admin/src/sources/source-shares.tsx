import { useState } from 'react';
import { type SourceView } from '../../../../src/contracts/review-views';
import { TableHead } from '../parts/table-head';
import { useServices } from '../services';

/** Lines shown before the reader asks for all. */
const SHOWN = 6;

/** How the people of the source divide, e.g. by the domain of their e-mail address. */
export function SourceShares({ title, shares }: { title: string; shares: SourceView['domains'] }) {
  const { t, format } = useServices();
  const [all, setAll] = useState(false);
  const rest = shares.length - SHOWN;
  return (
    <div>
      <table className="small-table">
        <caption>{title}</caption>
        <TableHead
          columns={[
            { title: t('source.share') },
            { title: t('sources.column.people'), numeric: true },
            { title: t('sources.column.seats'), numeric: true },
          ]}
        />
        <tbody>
          {shares.slice(0, all ? shares.length : SHOWN).map(({ name, people, seats }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="number">{format.number(people)}</td>
              <td className="number">{format.number(seats)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && !all && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('list.show-more', { count: rest })}
        </button>
      )}
    </div>
  );
}
