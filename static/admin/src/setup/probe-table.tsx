import Lozenge from '@atlaskit/lozenge';
import { type KeyProbe } from '../../../../src/contracts/views';
import { AppWords } from '../parts/app-words';
import { TableHead } from '../parts/table-head';
import { useServices } from '../services';

const APPEARANCES = { true: 'success', false: 'danger', unknown: 'warning', unavailable: 'default' } as const;

/** A scope that a key may do without is not missing where it is not there. */
function resultOf({ granted, optional }: KeyProbe): keyof typeof APPEARANCES {
  return optional && granted === false ? 'unavailable' : `${granted}`;
}

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
        {probes.map((probe) => {
          const result = resultOf(probe);
          return (
            <tr key={probe.scope}>
              <td>
                <Lozenge appearance={APPEARANCES[result]}>{t(`setup.probes.${result}`)}</Lozenge>
              </td>
              <td>
                <code className="account-id">{probe.scope}</code>
              </td>
              <td>
                <AppWords>{probe.neededFor}</AppWords>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
