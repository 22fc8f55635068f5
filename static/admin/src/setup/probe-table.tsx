import Lozenge from '@atlaskit/lozenge';
import { type KeyProbe } from '../../../../src/contracts/views';
import { useServices } from '../services';

/** What the key just saved may read; “unknown” where a read proved neither. */
export function ProbeTable({ probes }: { probes: readonly KeyProbe[] }) {
  const { t } = useServices();
  return (
    <table className="small-table">
      <caption>{t('setup.probes.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('setup.probes.result')}</th>
          <th scope="col">{t('setup.probes.scope')}</th>
          <th scope="col">{t('setup.probes.needed')}</th>
        </tr>
      </thead>
      <tbody>
        {probes.map(({ scope, neededFor, granted }) => (
          <tr key={scope}>
            <td>
              <Lozenge appearance={granted === true ? 'success' : granted === false ? 'danger' : 'warning'}>
                {t(`setup.probes.${granted}`)}
              </Lozenge>
            </td>
            <td>
              <code className="account-id">{scope}</code>
            </td>
            <td>{neededFor}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
