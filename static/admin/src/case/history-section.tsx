import { useState } from 'react';
import { type CaseId } from '../route/route';
import { useServices } from '../services';
import { HistoryPart } from './history-part';

interface Props {
  id: CaseId;
  /** How registers find the person: by name, or by the account id where none is known. */
  person: string;
}

/** What became of a case from review to review; read only once somebody wants to see it. */
export function HistorySection({ id, person }: Props) {
  const { t } = useServices();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="history__summary">
          <h3 className="history__title">{t('history.title')}</h3>
          <span className="quiet">{t('history.body')}</span>
        </summary>
        {open && <HistoryPart id={id} person={person} before={null} />}
      </details>
    </section>
  );
}
