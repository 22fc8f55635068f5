import { type SourceView } from '../../../../src/contracts/review-views';
import { AppWords } from '../parts/app-words';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { RuleSource } from '../parts/rule-source';
import { useServices } from '../services';

/** The two edges of every path through the source: the membership and the grant have an owner each. */
export function SourceEdges({ view }: { view: SourceView }) {
  const { t } = useServices();
  const { membership, grant } = view.edges;
  return (
    <section>
      <h3 className="sheet__title">{t('source.edges')}</h3>
      <dl className="edges">
        <div className="edge">
          <dt>
            {t('source.edge.membership')} <OwnerLozenge owner={membership.owner} />
          </dt>
          <dd>
            <AppWords>{membership.sentence}</AppWords>
          </dd>
        </div>
        <div className="edge">
          <dt>
            {t('source.edge.grant')} <span className="quiet">{t('source.edge.grant.owner')}</span>
          </dt>
          <dd>
            <AppWords>{grant.sentence}</AppWords>
          </dd>
        </div>
      </dl>
      <details className="why">
        <summary>{t('case.why')}</summary>
        <p className="why__because">
          <AppWords>{view.rule.because}</AppWords>
        </p>
        <RuleSource source={view.rule} />
      </details>
    </section>
  );
}
