import ShieldIcon from '@atlaskit/icon/core/shield';
import { type ProtectionClass } from '../../../../src/contracts/records';
import { useServices } from '../services';

/** Says that an account is protected, and as what. */
export function ProtectedMark({ as }: { as: ProtectionClass }) {
  const { t } = useServices();
  return (
    <span className="protected-mark" title={t('protection.explain')}>
      <ShieldIcon label="" size="small" /> {t('protection.mark', { class: t(`protection.${as}`) })}
    </span>
  );
}
