import Textfield from '@atlaskit/textfield';
import { describedBy, Field } from './field';

interface Props {
  id: string;
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  change: (text: string) => void;
  /** Longest text, in characters. */
  most?: number;
}

/** One line of free text. */
export function TextField({ id, label, hint, error = null, value, change, most = 255 }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Textfield
        isCompact
        id={id}
        maxLength={most}
        isInvalid={error !== null}
        aria-describedby={describedBy(id, error, hint === undefined ? 'no-hint' : 'hint')}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </Field>
  );
}
