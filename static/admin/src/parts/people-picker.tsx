import { AsyncSelect } from '@atlaskit/select';
import { type Person } from '../../../../src/contracts/views';
import { useServices } from '../services';

interface Props {
  id: string;
  label: string;
  person: Person | null;
  choose: (person: Person | null) => void;
  disabled?: boolean;
}

/** A pause in typing this long, in milliseconds, starts the search. */
const PAUSE = 300;

/** One person, found by name or e-mail address; nothing is kept of those not chosen. */
export function PeoplePicker({ id, label, person, choose, disabled = false }: Props) {
  const { call, t } = useServices();
  const search = pausing(async (text: string): Promise<Person[]> => {
    const answer = await call('setup/search-people', { text });
    return answer.ok ? answer.data.people : [];
  });
  return (
    <AsyncSelect<Person>
      inputId={id}
      label={label}
      value={person}
      loadOptions={search}
      getOptionLabel={(found) => found.name ?? found.accountId}
      getOptionValue={(found) => found.accountId}
      onChange={(found) => choose(found)}
      isClearable
      isDisabled={disabled}
      spacing="compact"
      classNamePrefix="choice"
      placeholder={t('person.search')}
      noOptionsMessage={({ inputValue }) =>
        inputValue.trim() === '' ? t('person.search') : t('person.none')
      }
      loadingMessage={() => t('person.searching')}
    />
  );
}

/** Waits for a pause in typing; of the searches begun meanwhile only the last is made. */
function pausing<T>(search: (text: string) => Promise<T[]>): (text: string) => Promise<T[]> {
  let last = 0;
  return async (text) => {
    const mine = ++last;
    await new Promise((done) => setTimeout(done, PAUSE));
    return mine === last && text.trim() !== '' ? search(text.trim().slice(0, 100)) : [];
  };
}
