import Textfield from '@atlaskit/textfield';
import { describedBy, Field } from './field';

interface Props {
  id: string;
  label: string;
  hint?: string;
  error: string | null;
  value: string;
  change: (text: string) => void;
  disabled?: boolean;
}

/** A whole number, kept as typed until it is one. */
export function NumberField({ id, label, hint, error, value, change, disabled }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="number-field">
        <Textfield
          isCompact
          id={id}
          inputMode="numeric"
          isDisabled={disabled === true}
          isInvalid={error !== null}
          aria-describedby={describedBy(id, error, hint === undefined ? 'no-hint' : 'hint')}
          value={value}
          onChange={(event) => change(event.currentTarget.value.trim())}
        />
      </div>
    </Field>
  );
}
