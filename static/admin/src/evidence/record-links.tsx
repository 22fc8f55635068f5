import { type RecordProof } from '../../../../src/contracts/evidence-views';
import { useServices } from '../services';

/** The links that bind a record into the chain, each with its hash and that of the link before it. */
export function RecordLinks({ links }: Pick<RecordProof, 'links'>) {
  const { t, format } = useServices();
  return (
    <ol className="evidence__links">
      {links.map(({ sequence, hash, previous, at }) => (
        <li key={sequence}>
          <p>
            <b>{t('evidence.link', { sequence })}</b>{' '}
            {at !== null && <span className="quiet">{format.moment(at)}</span>}
          </p>
          <dl className="evidence__hashes">
            <div>
              <dt>{t('evidence.hash')}</dt>
              <dd>
                <code className="evidence__code">{hash}</code>
              </dd>
            </div>
            <div>
              <dt>{t('evidence.previous')}</dt>
              <dd>
                <code className="evidence__code">{previous}</code>
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
  );
}
