import { useState } from 'react';
import { type ProtectionSuggestion, type RegisterLine } from '../../../../src/contracts/review-views';
import { FormSwitch } from '../parts/form-switch';
import { useMay, useServices } from '../services';
import { AdoptForm } from './adopt-form';
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
  const [adopted, setAdopted] = useState<readonly ProtectionSuggestion[]>([]);
  const known = lines.flatMap(({ record }) => (record.kind === 'protection' ? [record] : []));
  return (
    <div className="protections">
      <FormSwitch<'protection'>
        key={JSON.stringify(adopted.map(({ rule }) => rule))}
        forms={['protection']}
        start={adopted.length === 0 ? null : 'protection'}
        label={() => t('protection.open')}
        may={() => may}
        readOnly={t('protection.read-only')}
        draw={(_, fold) => {
          const close = (): void => {
            setAdopted([]);
            fold();
          };
          return adopted.length > 1 ? (
            <AdoptForm suggestions={adopted} reload={reload} close={close} />
          ) : (
            <ProtectionForm adopted={adopted[0] ?? null} known={known} reload={reload} close={close} />
          );
        }}
      />
      {maySuggest && <ProtectionSuggestions adopt={setAdopted} />}
    </div>
  );
}
