import { type Person } from '../../../../src/contracts/views';
import { useServices } from '../services';
import { Finder } from './finder';

interface Props {
  id: string;
  label: string;
  person: Person | null;
  choose: (person: Person | null) => void;
  disabled?: boolean;
}

/** One person, found by name or e-mail address. */
export function PeoplePicker({ id, label, person, choose, disabled = false }: Props) {
  const { call, t } = useServices();
  return (
    <Finder<Person>
      id={id}
      label={label}
      found={person}
      choose={choose}
      search={async (text) => {
        const answer = await call('setup/search-people', { text });
        return answer.ok ? answer.data.people : [];
      }}
      nameOf={({ name, accountId }) => name ?? accountId}
      idOf={({ accountId }) => accountId}
      hint={t('person.search')}
      disabled={disabled}
    />
  );
}
