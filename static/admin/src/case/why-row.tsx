import { type RowView } from '../../../../src/contracts/case-views';
import { AppWords } from '../parts/app-words';
import { RuleSource } from '../parts/rule-source';
import { useServices } from '../services';

/** The rules that fired with their facts, and the page of Atlassian's that they rest on. */
export function WhyRow({ row }: { row: RowView }) {
  const { t } = useServices();
  return (
    <details className="why">
      <summary>{t('case.why')}</summary>
      <ul className="why__list">
        {row.why.map(({ rule, because }) => (
          <li key={`${rule} ${because}`}>
            <code className="why__rule">{rule}</code> <AppWords>{because}</AppWords>
          </li>
        ))}
      </ul>
      <RuleSource source={row.source} />
    </details>
  );
}
