import { type Person } from '../../../../src/contracts/views';
import { type CaseId, toCase } from '../route/route';
import { useMay, useServices } from '../services';
import { PersonName } from './person-name';

/** A person that a row is about, and the way to the case; the name alone where the reader has no cases. */
export function CaseLink({ person, of }: { person: Person; of: CaseId }) {
  const { t, routes } = useServices();
  const may = useMay('cases/get');
  if (!may) return <PersonName person={person} />;
  return (
    <button
      type="button"
      className="link"
      aria-label={t('records.open-case', { person: person.name ?? person.accountId })}
      onClick={() => routes.go(toCase({ accountId: of.accountId, ari: of.ari }))}
    >
      <PersonName person={person} />
    </button>
  );
}
