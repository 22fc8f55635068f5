import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { type RecordOf } from '../../../../src/contracts/records';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { FormSwitch } from '../parts/form-switch';
import { newest } from '../parts/newest';
import { RecordForm } from '../parts/record-form';
import { StateView } from '../parts/state-view';
import { WordsField } from '../parts/words-field';
import { useMay, useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { useCallForm } from '../states/use-record-form';

type Said = RecordOf<'settings-attestation'>;

/** What nobody's API tells of a site: somebody looks it up and gives their word, beginning with what was said last. */
export function AttestSettings({ cloudId }: { cloudId: string }) {
  const { t } = useServices();
  const answer = useAnswer('registers/list', { kind: 'settings-attestation' });
  const may = useMay('sites/attest');
  const reload = (): void => void answer.load();
  return (
    <section>
      <h3 className="sheet__title">{t('settings.lead')}</h3>
      <StateView state={useStore(answer)} retry={reload} skeletonRows={2}>
        {({ lines }) => (
          <FormSwitch<'settings'>
            forms={['settings']}
            start="settings"
            label={() => t('settings.open')}
            may={() => may}
            readOnly={t('source.read-only')}
            draw={(_, close) => (
              <SettingsForm cloudId={cloudId} said={lastOf(lines, cloudId)} reload={reload} close={close} />
            )}
          />
        )}
      </StateView>
    </section>
  );
}

function lastOf(lines: readonly RegisterLine[], cloudId: string): Said | null {
  const said = lines.flatMap(({ record }) => (record.kind === 'settings-attestation' ? [record] : []));
  return newest(said.filter((record) => record.cloudId === cloudId));
}

interface Props {
  cloudId: string;
  said: Said | null;
  reload: () => void;
  close: () => void;
}

function SettingsForm({ cloudId, said, reload, close }: Props) {
  const { t } = useServices();
  const id = useId();
  const [approvedDomains, setDomains] = useState(said?.approvedDomains ?? '');
  const [invitePolicy, setPolicy] = useState(said?.invitePolicy ?? '');
  const form = useCallForm('sites/attest', { told: t('settings.told'), done: close, reload });
  const missing = (text: string): string | null =>
    form.tried && text.trim() === '' ? t('form.required') : null;
  const make = (reason: string): Input<'sites/attest'> | null => {
    const word = { approvedDomains: approvedDomains.trim(), invitePolicy: invitePolicy.trim() };
    if (Object.values(word).includes('')) return null;
    return { cloudId, after: said?.id ?? null, reason, ...word };
  };
  return (
    <RecordForm
      {...form.frame}
      title={t('settings.title')}
      explain={t('settings.explain')}
      submit={t('settings.submit')}
      record={() => form.record(make)}
      cancel={close}
    >
      <WordsField
        id={`${id}domains`}
        label={t('settings.domains')}
        hint={t('settings.domains.hint')}
        error={missing(approvedDomains)}
        value={approvedDomains}
        change={setDomains}
      />
      <WordsField
        id={`${id}policy`}
        label={t('settings.policy')}
        hint={t('settings.policy.hint')}
        error={missing(invitePolicy)}
        value={invitePolicy}
        change={setPolicy}
      />
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('settings.evidence')}
        hint={t('settings.evidence.hint')}
      />
    </RecordForm>
  );
}
