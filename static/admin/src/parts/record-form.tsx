import Button from '@atlaskit/button/new';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { type PageError } from '../platform/call-app';
import { useServices } from '../services';
import { ErrorMessage } from './error-message';

interface Props {
  title: string;
  /** The heading of the title; one below the part of the page that the form stands in. */
  level?: 2 | 3 | 4 | 5;
  explain: string;
  submit: string;
  /** Why the record cannot be made yet; the words stand in the form. */
  blocked?: boolean;
  saving: boolean;
  error: PageError | null;
  /** Reads again what the form is about, after somebody else changed it. */
  lookAgain: () => void;
  record: () => void;
  cancel: () => void;
  children: ReactNode;
}

/** The frame of a record's form: opened in place with the focus in its first field, left with Escape. */
export function RecordForm(props: Props) {
  const { title, level = 4, blocked = false, saving, error, lookAgain, record, cancel } = props;
  const { t } = useServices();
  const Heading = `h${level}` as const;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Where nothing can be filled in yet, the title is where reading goes on.
    const field = form.current?.querySelector<HTMLElement>('input:enabled, textarea:enabled');
    (field ?? heading.current)?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!blocked && !saving) record();
  };
  return (
    <form
      ref={form}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}explain`}
      className="record-form"
      noValidate
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        cancel();
      }}
    >
      <Heading ref={heading} id={`${id}title`} tabIndex={-1} className="record-form__title">
        {title}
      </Heading>
      <p id={`${id}explain`} className="quiet">
        {props.explain}
      </p>
      {props.children}
      {error !== null && <ErrorMessage error={error} lookAgain={lookAgain} />}
      <div className="record-form__buttons">
        <Button type="submit" appearance="primary" isDisabled={blocked} isLoading={saving}>
          {props.submit}
        </Button>
        <Button appearance="subtle" onClick={cancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
