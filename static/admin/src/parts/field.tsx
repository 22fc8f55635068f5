import { type ReactNode } from 'react';

interface Props {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | null;
  children: ReactNode;
}

/** Label, control, and below it the hint or what is wrong; the control names both by `describedBy`. */
export function Field({ id, label, hint, error = null, children }: Props) {
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== null && (
        <p className="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** The ids that a control of a `Field` is described by. */
export function describedBy(
  id: string,
  error: string | null,
  hint: 'hint' | 'no-hint' = 'hint',
): string | undefined {
  const ids = [...(hint === 'hint' ? [`${id}-hint`] : []), ...(error === null ? [] : [`${id}-error`])];
  return ids.length === 0 ? undefined : ids.join(' ');
}
