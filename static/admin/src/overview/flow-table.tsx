import { useState } from 'react';
import { type SeatFlow } from '../../../../src/contracts/overview';
import { type CaseFilter } from '../../../../src/contracts/case-views';
import { ShowMore } from '../parts/show-more';
import { SeatOwnerLozenge } from '../parts/seat-owner-lozenge';
import { useServices } from '../services';
import { filterFor } from './flow-graph';
import { tellHolder, tellProduct } from './flow-words';

interface Props {
  flows: readonly SeatFlow[];
  show: (filter: CaseFilter) => void;
}

const AT_ONCE = 20;

/** The picture as a table, most seats first. */
export function FlowTable({ flows, show }: Props) {
  const { t, format } = useServices();
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <table className="small-table flow-table">
        <caption className="sr-only">{t('flows.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('flows.cohort')}</th>
            <th scope="col">{t('flows.holder')}</th>
            <th scope="col">{t('flows.owner')}</th>
            <th scope="col">{t('flows.product')}</th>
            <th scope="col" className="number">
              {t('seat-history.seats')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('flows.show')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {flows.slice(0, shown).map((flow) => {
            const { cohort, holder, owner, group, product, seats } = flow;
            const filter = filterFor(flow, { cohort, product });
            return (
              <tr key={[cohort, holder, owner, group?.groupId, product?.ari].join(' ')}>
                <td>{t(`cohort.${cohort}`)}</td>
                <td>{tellHolder(t, flow)}</td>
                <td>
                  <SeatOwnerLozenge owner={owner} />
                </td>
                <td>{tellProduct(t, product)}</td>
                <td className="number">{format.number(seats)}</td>
                <td>
                  {filter !== null && (
                    <button type="button" className="link" onClick={() => show(filter)}>
                      {t('flows.show')}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ShowMore rest={flows.length - shown} show={() => setShown(shown + AT_ONCE)} />
    </>
  );
}
