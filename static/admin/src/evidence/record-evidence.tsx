import '../styles/evidence.css';
import { useId } from 'react';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { nameOf } from '../parts/names';
import { RuleSource } from '../parts/rule-source';
import { StateView } from '../parts/state-view';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { RecordLinks } from './record-links';
import { RowFacts } from './row-facts';
import { SourceFacts } from './source-facts';

/** What a record rests on: the facts of its time, the page of its rule, and its place in the chain. */
export function RecordEvidence({ record, people }: Pick<RegisterLine, 'record' | 'people'>) {
  const { t } = useServices();
  const id = useId();
  const answer = useAnswer('evidence/get', { recordId: record.id });
  return (
    <section className="evidence" aria-labelledby={id}>
      <h3 id={id} className="evidence__title">
        {t('evidence.title')}
      </h3>
      {!('evidence' in record) ? (
        <p>{t('evidence.word', { person: nameOf(t, people, record.recordedBy) })}</p>
      ) : 'seated' in record.evidence ? (
        <SourceFacts evidence={record.evidence} />
      ) : (
        <RowFacts evidence={record.evidence} />
      )}
      <StateView state={useStore(answer)} retry={() => void answer.load()} skeletonRows={2}>
        {({ source, links }) => (
          <>
            {source !== null && <RuleSource source={source} />}
            <h4 className="evidence__subtitle">{t('evidence.links', { count: links.length })}</h4>
            {links.length > 1 && <p className="quiet">{t('evidence.links.body')}</p>}
            <RecordLinks links={links} />
          </>
        )}
      </StateView>
    </section>
  );
}
