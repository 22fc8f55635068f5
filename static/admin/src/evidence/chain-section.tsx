import '../styles/evidence.css';
import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import { useId } from 'react';
import { ErrorMessage } from '../parts/error-message';
import { useMay, useServices } from '../services';
import { useStore } from '../states/store';
import { type ChainProgress } from './chain-watch';
import { MisfitMessage } from './misfit-message';

/** Where the chain that binds all records can be checked, and what the last check found. */
export function ChainSection() {
  const { t, chain } = useServices();
  const may = useMay('evidence/check');
  const progress = useStore(chain);
  const id = useId();
  if (!may) return null;
  return (
    <section className="chain" aria-labelledby={id}>
      <h2 id={id} className="evidence__title">
        {t('chain.title')}
      </h2>
      <p className="quiet">{t('chain.explain')}</p>
      <div role="status">{progress !== null && <Found progress={progress} />}</div>
      {progress?.running === true && <Bar progress={progress} />}
      {progress !== null && progress.error !== null && (
        <ErrorMessage error={progress.error} retry={chain.check} />
      )}
      {progress?.running !== true && (progress === null || progress.error === null) && (
        <Button onClick={chain.check}>{t(progress === null ? 'chain.check' : 'chain.check-again')}</Button>
      )}
    </section>
  );
}

/** How far the check is, or how it ended. */
function Found({ progress }: { progress: ChainProgress }) {
  const { t, format } = useServices();
  const { running, of, done, total, links, records, first, last, misfit, error } = progress;
  if (misfit !== null) return <MisfitMessage misfit={misfit} />;
  if (running) return <p>{t(`chain.at.${of}`, { done, count: total })}</p>;
  if (error !== null) return <p>{t(`chain.stopped.${of}`, { done, count: total })}</p>;
  if (first === null || last === null) return <p>{t('chain.empty')}</p>;
  return (
    <SectionMessage appearance="success" headingLevel="h3" title={t('chain.unbroken')}>
      <p>
        {t('chain.unbroken.body', {
          count: records,
          links,
          first: format.dayOf(first),
          last: format.dayOf(last),
        })}
      </p>
    </SectionMessage>
  );
}

function Bar({ progress: { total, done } }: { progress: ChainProgress }) {
  const { t } = useServices();
  return (
    <ProgressBar
      ariaLabel={t('chain.progress')}
      isIndeterminate={total === 0}
      value={total === 0 ? 0 : done / total}
    />
  );
}
