import { type Coverage } from '../../../../src/contracts/coverage';
import { useServices } from '../services';

const PARTS = ['users', 'groups', 'memberships'] as const;
const ANSWERS = ['read', 'failed', 'no-key', 'not-scim'] as const;

/** How much of what exists was seen; every number below rests on it. */
export function CoverageLine({ coverage }: { coverage: Coverage }) {
  const { t } = useServices();
  const answers = Object.values(coverage.scimDirectories);
  const scim = ANSWERS.map((answer) => ({ answer, count: answers.filter((is) => is === answer).length }));
  return (
    <dl className="coverage">
      {PARTS.map((part) => {
        const { seen, expected } = coverage[part];
        const short = expected !== null && seen < expected;
        return (
          <div key={part} className={short ? 'coverage__part coverage__part--short' : 'coverage__part'}>
            <dt>{t(`scan.coverage.${part}`)}</dt>
            <dd>
              {expected === null
                ? t('scan.coverage.open', { seen })
                : t('scan.coverage.of', { seen, expected })}
            </dd>
          </div>
        );
      })}
      <div className="coverage__part">
        <dt>{t('scan.coverage.scim')}</dt>
        <dd>
          {answers.length === 0
            ? t('scan.coverage.scim.none')
            : scim
                .filter(({ count }) => count > 0)
                .map(({ answer, count }) => t(`scan.coverage.scim.${answer}`, { count }))
                .join(', ')}
        </dd>
      </div>
    </dl>
  );
}
