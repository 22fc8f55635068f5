import { useState } from 'react';
import { type ProtectionSuggestion, type RegisterLine } from '../../../../src/contracts/review-views';
import { FormSwitch } from '../parts/form-switch';
import { useMay, useServices } from '../services';
import { ProtectionForm } from './protection-form';
import { ProtectionSuggestions } from './protection-suggestions';

interface Props {
  lines: readonly RegisterLine[];
  reload: () => void;
}

/** Records a protection, from nothing or from what is suggested. */
export function Protections({ lines, reload }: Props) {
  const { t } = useServices();
  const may = useMay('protections/record');
  const maySuggest = useMay('protections/suggest');
  const [adopted, setAdopted] = useState<ProtectionSuggestion | null>(null);
  const known = lines.flatMap(({ record }) => (record.kind === 'protection' ? [record] : []));
  return (
    <div className="protections">
      <FormSwitch<'protection'>
        key={adopted === null ? '' : JSON.stringify(adopted.rule)}
        forms={['protection']}
        start={adopted === null ? null : 'protection'}
        label={() => t('protection.open')}
        may={() => may}
        readOnly={t('protection.read-only')}
        draw={(_, close) => (
          <ProtectionForm
            adopted={adopted}
            known={known}
            reload={reload}
            close={() => {
              setAdopted(null);
              close();
            }}
          />
        )}
      />
      {maySuggest && <ProtectionSuggestions adopt={setAdopted} />}
    </div>
  );
}
