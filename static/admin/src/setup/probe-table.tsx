import Lozenge from '@atlaskit/lozenge';
import { type KeyProbe } from '../../../../src/contracts/views';
import { TableHead } from '../parts/table-head';
import { useServices } from '../services';

/** What the key just saved may read; “unknown” where a read proved neither. */
export function ProbeTable({ probes }: { probes: readonly KeyProbe[] }) {
  const { t } = useServices();
  return (
    <table className="small-table">
      <caption>{t('setup.probes.caption')}</caption>
      <TableHead
        columns={[
          { title: t('setup.probes.result') },
          { title: t('setup.probes.scope') },
          { title: t('setup.probes.needed') },
        ]}
      />
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
