import { type Person } from '../../../../src/contracts/views';
import { useServices } from '../services';

/** A name, or the account id where Atlassian gives no name. */
export function PersonName({ person }: { person: Person }) {
  const { t } = useServices();
  if (person.name !== null) return <span title={person.name}>{person.name}</span>;
  return (
    <span title={t('person.unknown')}>
      <span className="sr-only">{t('person.unknown')}: </span>
      <code className="account-id">{person.accountId}</code>
    </span>
  );
}
