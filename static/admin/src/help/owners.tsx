import { type Help } from '../../../../src/contracts/help';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { TableHead } from '../parts/table-head';
import { useServices } from '../services';
import { HelpSection } from './help-section';
import { ReferenceLink } from './reference-link';

/** Each owner that a path can have, and to whom a change of it belongs. */
export function Owners({ owners }: Pick<Help, 'owners'>) {
  const { t } = useServices();
  const titles = [t('help.owner'), t('help.lane'), t('help.because'), t('help.page')];
  return (
    <HelpSection name="owners" body={t('help.owners.body')}>
      <table className="small-table help__table">
        <TableHead columns={titles.map((title) => ({ title }))} />
        <tbody>
          {owners.map(({ owner, lane, page }) => (
            <tr key={owner}>
              <th scope="row">
                <OwnerLozenge owner={owner} />
              </th>
              <td>{t(`lane.${lane}`)}</td>
              <td>{t(`help.owner.${owner}`)}</td>
              <td>
                <ReferenceLink page={page} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </HelpSection>
  );
}
