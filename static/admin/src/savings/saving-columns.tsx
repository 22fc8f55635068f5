import { type SavingLine } from '../../../../src/contracts/money-views';
import { AppWords } from '../parts/app-words';
import { PersonName } from '../parts/person-name';
import { type RecordColumn } from '../records/record-table';
import { type Services } from '../services';
import { SavingState } from './saving-state';

/** The columns of savings: whose seat, how far it has come and on what day each step, and how it came back. */
export function savingColumns({
  t,
  format,
}: Pick<Services, 't' | 'format'>): readonly RecordColumn<SavingLine>[] {
  return [
    {
      id: 'person',
      title: t('records.column.person'),
      draw: ({ person, poolName, product }) => (
        <>
          <PersonName person={person} />
          <div className="records__under">{product ?? poolName}</div>
        </>
      ),
    },
    {
      id: 'state',
      title: t('records.column.state'),
      draw: ({ saving: { state } }) => (
        <>
          <SavingState state={state} />
          <div className="records__under">{t(`saving.${state}.means`)}</div>
        </>
      ),
    },
    {
      id: 'history',
      title: t('saving.days'),
      draw: ({ saving: { proposedAt, observed, settledAt, invoicedPeriod } }) => (
        <ul className="steps">
          <li>{t('saving.proposed.on', { day: format.dayOf(proposedAt) })}</li>
          {observed !== null && <li>{t('saving.observed.on', { day: format.dayOf(observed.at) })}</li>}
          {settledAt !== null && <li>{t('saving.settled.on', { day: format.dayOf(settledAt) })}</li>}
          {invoicedPeriod !== null && <li>{t('saving.invoiced.on', { day: format.day(invoicedPeriod) })}</li>}
        </ul>
      ),
    },
    {
      id: 'returned',
      title: t('saving.returned'),
      draw: ({ saving: { returned } }) =>
        returned === null ? (
          <span className="quiet">{t('cases.none')}</span>
        ) : (
          <>
            {t('saving.returned.after', { way: t(`return.${returned.way}`), count: returned.afterDays })}
            <div className="records__under">
              <AppWords>{returned.because}</AppWords>
            </div>
          </>
        ),
    },
  ];
}
