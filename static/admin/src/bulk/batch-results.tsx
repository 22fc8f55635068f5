import { useState } from 'react';
import { type BatchView } from '../../../../src/contracts/review-views';
import { AppWords } from '../parts/app-words';
import { PersonName } from '../parts/person-name';
import { ShowMore } from '../parts/show-more';
import { TableHead } from '../parts/table-head';
import { tellPath } from '../parts/tell-path';
import { useServices } from '../services';

/** Results drawn at first, and with each press of “show more”. */
const STEP = 20;

/** What became of each path: the refused first, each with what the app says of it. */
export function BatchResults({ batch: { results, takesBack } }: { batch: BatchView }) {
  const { t } = useServices();
  const [shown, setShown] = useState(STEP);
  if (results.length === 0) return null;
  const sorted = [...results].sort((a, b) => Number(a.code === null) - Number(b.code === null));
  return (
    <>
      <table className="small-table">
        <caption className="sr-only">{t('batch.results')}</caption>
        <TableHead
          columns={[
            { title: t('item.column.person') },
            { title: t('records.column.path') },
            { title: t('batch.result') },
          ]}
        />
        <tbody>
          {sorted.slice(0, shown).map(({ row, groupName, person, code, message }) => (
            <tr key={`${row.accountId} ${row.ari} ${row.via} ${row.groupId ?? ''}`}>
              <td>
                <PersonName person={person} />
              </td>
              <td>{tellPath(t, row, groupName)}</td>
              <td>
                {code === null ? (
                  <span className="record-state record-state--standing">
                    {t(takesBack ? 'take-back.taken' : 'batch.recorded')}
                  </span>
                ) : (
                  <>
                    <b>{t(`error.${code}.title`)}</b>
                    {message !== null && (
                      <span className="second-line">
                        <AppWords>{message}</AppWords>
                      </span>
                    )}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore rest={Math.min(STEP, results.length - shown)} show={() => setShown(shown + STEP)} />
    </>
  );
}
