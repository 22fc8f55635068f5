import { describedBy, Field } from './field';

interface Props {
  id: string;
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  change: (day: string) => void;
}

/** Any calendar day, also one that is past. */
export function DateField({ id, label, hint, error = null, value, change }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        type="date"
        className="input input--date"
        aria-describedby={describedBy(id, error, hint === undefined ? 'no-hint' : 'hint')}
        aria-invalid={error !== null}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </Field>
  );
}
