import Select from '@atlaskit/select';
import { useServices } from '../services';

export interface Option<V> {
  value: V;
  label: string;
}

interface Props<V> {
  id: string;
  label: string;
  options: readonly Option<V>[];
  value: V;
  choose: (value: V) => void;
  disabled?: boolean;
  searchable?: boolean;
}

/** One of several, by a list that opens; the visible label stands in the `Field` around it. */
export function Choice<V>({
  id,
  label,
  options,
  value,
  choose,
  disabled = false,
  searchable = false,
}: Props<V>) {
  const { t } = useServices();
  return (
    <Select<Option<V>>
      inputId={id}
      label={label}
      options={[...options]}
      value={options.find((option) => option.value === value) ?? null}
      onChange={(option) => {
        if (option !== null) choose(option.value);
      }}
      isDisabled={disabled}
      isSearchable={searchable}
      spacing="compact"
      classNamePrefix="choice"
      // Words of the library's own would be English.
      placeholder=""
      noOptionsMessage={() => t('finder.none')}
    />
  );
}
