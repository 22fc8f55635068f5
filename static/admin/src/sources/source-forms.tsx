import { type Call } from '../../../../src/contracts/api';
import { type SourceView } from '../../../../src/contracts/review-views';
import { FormSwitch } from '../parts/form-switch';
import { SOURCE_FORMS, type SourceForm } from '../route/route';
import { useMays, useServices } from '../services';
import { AttestForm } from './attest-form';
import { IntendForm } from './intend-form';
import { RedesignForm } from './redesign-form';
import { StewardForm } from './steward-form';

interface Props {
  view: SourceView;
  form: SourceForm | null;
  reload: () => void;
}

const CALL_OF = {
  intend: 'sources/intend',
  redesign: 'sources/redesign',
  attest: 'sources/attest',
  steward: 'sources/steward',
} as const satisfies Readonly<Record<SourceForm, Call>>;

const FORM_OF = { intend: IntendForm, redesign: RedesignForm, attest: AttestForm, steward: StewardForm };

/** What can be decided about the source. Whose it is can be attested only where nothing tells it. */
export function SourceForms({ view, form, reload }: Props) {
  const { t } = useServices();
  const may = useMays();
  return (
    <section>
      <h3 className="sheet__title">{t('source.forms')}</h3>
      <FormSwitch<SourceForm>
        forms={SOURCE_FORMS.filter((one) => one !== 'attest' || view.line.owner === 'unknown')}
        start={form}
        label={(one) => t(`${one}.open`)}
        may={(one) => may(CALL_OF[one])}
        readOnly={t('source.read-only')}
        draw={(one, close) => {
          const Form = FORM_OF[one];
          return <Form view={view} reload={reload} close={close} />;
        }}
      />
    </section>
  );
}
