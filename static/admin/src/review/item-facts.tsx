import { type QueueLine } from '../../../../src/contracts/review-views';
import { AppWords } from '../parts/app-words';
import { Figures } from '../parts/figures';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { useServices } from '../services';

/** Why an item stands where it stands, how much it is, and whose the edits are. */
export function ItemFacts({ line }: { line: QueueLine }) {
  const { t, format } = useServices();
  const { item } = line;
  return (
    <section>
      <p className="item__marks">
        <b>{t(`class.${item.class}`)}</b>
        {item.owner !== null && <OwnerLozenge owner={item.owner} />}
        <span className="quiet">{t('item.section', { section: t(`section.${item.section}`) })}</span>
        {!item.inQueue && <span className="quiet">{t('item.in-backlog')}</span>}
      </p>
      <p>{t(`item.why.${item.class}`)}</p>
      {item.reason !== '' && (
        <p>
          <AppWords>{item.reason}</AppWords>
        </p>
      )}
      {item.since !== null && (
        <p className="quiet">{t('item.since', { day: format.dayOf(new Date(item.since).toISOString()) })}</p>
      )}
      {item.outcome !== 'attest-settings' && (
        <Figures
          figures={[
            { name: t('queue.column.people'), value: line.people },
            { name: t('item.seats'), value: item.seats },
            { name: t('queue.column.freeable'), value: item.freeable, hint: t('queue.column.freeable.hint') },
            { name: t('queue.column.edits'), value: item.edits, hint: t('queue.column.edits.hint') },
          ]}
        />
      )}
      {item.editOwners.length > 0 && (
        <p className="item__marks">
          <span className="quiet">{t('item.edit-owners')}</span>
          {item.editOwners.map((owner) => (
            <OwnerLozenge key={owner} owner={owner} />
          ))}
        </p>
      )}
    </section>
  );
}
