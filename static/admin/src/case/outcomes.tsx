import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { type CaseView, type RowView } from '../../../../src/contracts/views';
import { formatList } from '../platform/format';
import { useMay, useServices } from '../services';
import { ExceptionForm } from './exception-form';
import { RouteOutForm } from './route-out-form';

interface Props {
  view: CaseView;
  row: RowView;
  reload: () => void;
}

/** What this edition records; the others that a row permits are named only. */
const RECORDED = ['route-out', 'exception'] as const;
type Recorded = (typeof RECORDED)[number];

/** The outcomes that the path's owner permits, and a form for those that can be recorded here. */
export function Outcomes({ view, row, reload }: Props) {
  const { t, locale, flags, recorded } = useServices();
  const [form, setForm] = useState<Recorded | null>(null);
  const may = { 'route-out': useMay('route-outs/record'), exception: useMay('exceptions/record') };
  const here = RECORDED.filter((outcome) => row.outcomes.includes(outcome));
  const later = row.outcomes.filter((outcome) => !here.some((recorded) => recorded === outcome));
  const section = useRef<HTMLElement>(null);
  const [left, setLeft] = useState(0);
  const close = (): void => {
    setForm(null);
    setLeft(left + 1);
  };
  // A form that is gone leaves the focus where it was opened.
  useEffect(() => {
    if (left > 0) section.current?.querySelector('button')?.focus();
  }, [left]);
  const done = (outcome: Recorded): void => {
    close();
    flags.show(t(`${outcome}.done`));
    recorded.set(recorded.get() + 1);
    reload();
  };
  const Form = form === 'route-out' ? RouteOutForm : ExceptionForm;
  return (
    <section ref={section} className="outcomes">
      <h4 className="checks__title">{t('case.outcomes')}</h4>
      {row.outcomes.length === 0 && <p className="quiet">{t('case.outcomes.none')}</p>}
      {here.length > 0 && form === null && (
        <div className="outcomes__buttons">
          {here.map((outcome) => (
            <Button key={outcome} isDisabled={!may[outcome]} onClick={() => setForm(outcome)}>
              {t(`${outcome}.open`)}
            </Button>
          ))}
        </div>
      )}
      {here.some((outcome) => !may[outcome]) && <p className="quiet">{t('case.read-only')}</p>}
      {form !== null && <Form view={view} row={row} done={() => done(form)} cancel={close} />}
      {later.length > 0 && (
        <p className="quiet">
          {t('case.outcomes.later', {
            outcomes: formatList(
              locale,
              later.map((outcome) => t(`outcome.${outcome}`)),
            ),
          })}
        </p>
      )}
    </section>
  );
}
