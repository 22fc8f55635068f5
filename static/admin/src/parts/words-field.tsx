import { describedBy, Field } from './field';

interface Props {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | null;
  value: string;
  change: (text: string) => void;
  /** A field that may stay empty. */
  optional?: boolean;
  disabled?: boolean;
}

/** Longest text, in characters, as the call table takes it. */
const LONGEST = 1000;

/** Some lines of free text, such as a reason. */
export function WordsField({ id, label, hint, error = null, value, change, optional, disabled }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        className="textarea"
        rows={3}
        maxLength={LONGEST}
        required={optional !== true}
        disabled={disabled}
        aria-describedby={describedBy(id, error, hint === undefined ? 'no-hint' : 'hint')}
        aria-invalid={error !== null}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </Field>
  );
}
