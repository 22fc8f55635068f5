import Button from '@atlaskit/button/new';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
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

/** The frame of a record's form: opened in place, the focus goes to its title, Escape leaves it. */
export function RecordForm(props: Props) {
  const { title, level = 4, blocked = false, saving, error, lookAgain, record, cancel } = props;
  const { t } = useServices();
  const Heading = `h${level}` as const;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('form')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!blocked && !saving) record();
  };
  return (
    <form
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
      <Heading ref={heading} tabIndex={-1} className="record-form__title">
        {title}
      </Heading>
      <p className="quiet">{props.explain}</p>
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
