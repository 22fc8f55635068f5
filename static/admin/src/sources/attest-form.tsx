import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { useAnswering } from '../parts/answering';
import { ReviewByField } from '../parts/answering-fields';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Radios } from '../parts/radios';
import { RecordForm } from '../parts/record-form';
import { WordsField } from '../parts/words-field';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useCallForm } from '../states/use-record-form';
import { dataOf } from '../states/view-state';
import { type SourceFormProps } from './source-form';

type Says = Input<'sources/attest'>['says'];

/** Somebody's word on who owns a group where nothing tells it. */
export function AttestForm({ view, reload, close }: SourceFormProps) {
  const { t, setup } = useServices();
  const id = useId();
  const providers = dataOf(useStore(setup))?.identityProviders ?? [];
  const [says, setSays] = useState<Says>('local');
  const [idpId, setIdpId] = useState<string | null>(null);
  const answering = useAnswering(null);
  const form = useCallForm('sources/attest', { told: t('attest.told'), done: close, reload });
  const make = (reason: string): Input<'sources/attest'> | null => {
    if (answering.day === null) return null;
    const after = view.attestation?.record.id ?? null;
    const word = { says, idpId: says === 'idp' ? idpId : null, expiresOn: answering.day };
    return { groupId: view.line.groupId, after, reason, ...word };
  };
  return (
    <RecordForm
      {...form.frame}
      title={t('attest.title')}
      explain={t('attest.explain')}
      submit={t('attest.submit')}
      record={() => form.record(make)}
      cancel={close}
    >
      <Radios
        name={`${id}says`}
        legend={t('attest.says')}
        value={says}
        choose={setSays}
        items={(['local', 'idp'] as const).map((value) => ({
          value,
          label: t(`attest.says.${value}`),
          hint: t(`attest.says.${value}.hint`),
        }))}
      />
      {says === 'idp' && (
        <Field id={`${id}idp`} label={t('attest.idp')}>
          <Choice<string | null>
            id={`${id}idp`}
            label={t('attest.idp')}
            options={[
              { value: null, label: t('attest.idp.unknown') },
              ...providers.map((idp) => ({ value: idp.idpId, label: idp.name })),
            ]}
            value={idpId}
            choose={setIdpId}
          />
        </Field>
      )}
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('attest.evidence')}
        hint={t('attest.evidence.hint')}
      />
      <ReviewByField id={id} answering={answering} />
    </RecordForm>
  );
}
