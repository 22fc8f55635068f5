import Button from '@atlaskit/button/new';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { type CaseView, type RowView } from '../../../../src/contracts/views';
import { useServices } from '../services';

export interface RecordFormProps {
  view: CaseView;
  row: RowView;
  done: () => void;
  cancel: () => void;
}

interface Props {
  title: string;
  explain: string;
  submit: string;
  /** Why the record cannot be made yet; the words stand in the form. */
  blocked?: boolean;
  saving: boolean;
  record: () => void;
  cancel: () => void;
  children: ReactNode;
}

/** The frame of a record's form: opened in place, the focus goes to its title, Escape leaves it. */
export function RecordForm({
  title,
  explain,
  submit,
  blocked = false,
  saving,
  record,
  cancel,
  children,
}: Props) {
  const { t } = useServices();
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
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        cancel();
      }}
    >
      <h5 ref={heading} tabIndex={-1} className="record-form__title">
        {title}
      </h5>
      <p className="quiet">{explain}</p>
      {children}
      <div className="record-form__buttons">
        <Button type="submit" appearance="primary" isDisabled={blocked} isLoading={saving}>
          {submit}
        </Button>
        <Button appearance="subtle" onClick={cancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
