import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { ErrorMessage } from '../parts/error-message';
import { useMay, useServices } from '../services';
import { Confirm } from '../parts/confirm';
import { useSetupSave } from './use-setup-save';

export function ForgetKeys({ forgotten }: { forgotten: () => void }) {
  const { t } = useServices();
  const may = useMay('setup/forget-keys');
  const [asking, setAsking] = useState(false);
  const { saving, error, save } = useSetupSave('setup/forget-keys');
  if (!may) return null;
  const forget = async (): Promise<void> => {
    if (!(await save({}, t('setup.forget.done')))) return;
    setAsking(false);
    forgotten();
  };
  return (
    <div className="danger-zone">
      <Button onClick={() => setAsking(true)}>{t('setup.forget.open')}</Button>
      <Confirm
        open={asking}
        title={t('setup.forget.title')}
        body={t('setup.forget.body')}
        confirm={t('setup.forget.confirm')}
        working={saving}
        agreed={() => void forget()}
        close={() => setAsking(false)}
      >
        {error !== null && <ErrorMessage error={error} />}
      </Confirm>
    </div>
  );
}
