import { AsyncSelect } from '@atlaskit/select';
import { useServices } from '../services';

interface Props<T> {
  id: string;
  label: string;
  found: T | null;
  choose: (found: T | null) => void;
  search: (text: string) => Promise<T[]>;
  nameOf: (found: T) => string;
  idOf: (found: T) => string;
  hint: string;
  disabled?: boolean;
}

/** A pause in typing this long, in milliseconds, starts the search. */
const PAUSE = 300;

/** One of many, found by typing; nothing is kept of those not chosen. */
export function Finder<T>({ id, label, found, choose, search, nameOf, idOf, hint, disabled }: Props<T>) {
  const { t } = useServices();
  return (
    <AsyncSelect<T>
      inputId={id}
      label={label}
      value={found}
      loadOptions={pausing(search)}
      getOptionLabel={nameOf}
      getOptionValue={idOf}
      onChange={(chosen) => choose(chosen)}
      isClearable
      isDisabled={disabled === true}
      spacing="compact"
      classNamePrefix="choice"
      placeholder={hint}
      noOptionsMessage={({ inputValue }) => (inputValue.trim() === '' ? hint : t('finder.none'))}
      loadingMessage={() => t('finder.searching')}
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
