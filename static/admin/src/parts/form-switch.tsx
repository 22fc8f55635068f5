import Button from '@atlaskit/button/new';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface Props<F extends string> {
  forms: readonly F[];
  label: (form: F) => string;
  /** The form that is suggested: its button stands out. */
  suggested?: F | null;
  may: (form: F) => boolean;
  /** The form that is open at first. */
  start?: F | null;
  /** Said in place of what may not be opened. */
  readOnly: string;
  /** Draws the form that is open; `close` puts the buttons back. */
  draw: (form: F, close: () => void) => ReactNode;
}

/** Buttons of which each opens a form in their place; a form that is gone leaves the focus where it was opened. */
export function FormSwitch<F extends string>({
  forms,
  label,
  suggested,
  may,
  start,
  readOnly,
  draw,
}: Props<F>) {
  const [form, setForm] = useState<F | null>(
    start !== null && start !== undefined && may(start) ? start : null,
  );
  const place = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState<F | null>(null);
  const there = forms.join(' ');
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (left === null || form !== null || !isLost) return;
    const find = (one: string) => place.current?.querySelector<HTMLElement>(one);
    // What was recorded may have taken its button away; the keyboard goes on from its neighbour.
    (find(`[data-form="${left}"] button`) ?? find('button'))?.focus();
  }, [left, form, there]);
  const close = (): void => {
    setLeft(form);
    setForm(null);
  };
  return (
    <div ref={place} className="form-switch">
      {form === null || !forms.includes(form) ? (
        <div className="form-switch__buttons">
          {forms.map((one) => (
            <span key={one} data-form={one}>
              <Button
                appearance={one === suggested ? 'primary' : 'default'}
                isDisabled={!may(one)}
                onClick={() => setForm(one)}
              >
                {label(one)}
              </Button>
            </span>
          ))}
        </div>
      ) : (
        draw(form, close)
      )}
      {forms.some((one) => !may(one)) && <p className="quiet">{readOnly}</p>}
    </div>
  );
}
