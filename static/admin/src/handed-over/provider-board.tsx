import { type Person } from '../../../../src/contracts/views';
import { useServices } from '../services';
import { type Provider } from './filter-board';
import { IssueCard } from './issue-card';
import { WaitingCard } from './waiting-card';

interface Props {
  provider: Provider;
  people: readonly Person[];
  reload: () => void;
}

/** One identity provider: issues under way, rows that wait for one, and folded away what is finished. */
export function ProviderBoard({ provider, people, reload }: Props) {
  const { t } = useServices();
  const { name, waiting } = provider;
  const underWay = provider.issues.filter((line) => line.underWay);
  const finished = provider.issues.filter((line) => !line.underWay);
  return (
    <section className="provider" aria-label={name}>
      <h2 className="provider__title">{name}</h2>
      {underWay.length > 0 && (
        <h3 className="provider__part">{t('handed-over.under-way', { count: underWay.length })}</h3>
      )}
      {underWay.map((line) => (
        <IssueCard key={line.issue.id} line={line} people={people} reload={reload} />
      ))}
      {underWay.length + waiting.length === 0 && <p className="quiet">{t('handed-over.nothing-now')}</p>}
      {waiting.length > 0 && (
        <h3 className="provider__part">{t('handed-over.waiting', { count: waiting.length })}</h3>
      )}
      {waiting.map((group) => (
        <WaitingCard key={group.groupId} group={group} people={people} reload={reload} />
      ))}
      {finished.length > 0 && (
        <details className="how">
          <summary>{t('handed-over.finished', { count: finished.length })}</summary>
          <div className="provider__finished">
            {finished.map((line) => (
              <IssueCard key={line.issue.id} line={line} people={people} reload={reload} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}
