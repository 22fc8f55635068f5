import { type Person } from '../../../../src/contracts/views';
import { Field } from './field';
import { PeoplePicker } from './people-picker';

interface Props {
  id: string;
  label: string;
  error?: string | null;
  person: Person | null;
  choose: (person: Person | null) => void;
}

export function PersonField({ id, label, error = null, person, choose }: Props) {
  return (
    <Field id={id} label={label} error={error}>
      <PeoplePicker id={id} label={label} person={person} choose={choose} />
    </Field>
  );
}
