import { type Help } from '../../../../src/contracts/help';
import { TableHead } from '../parts/table-head';
import { useServices } from '../services';
import { HelpSection } from './help-section';
import { ReferenceLink } from './reference-link';

/** Every page of Atlassian’s that rules rest on, with what rests on it and the day it was checked. */
export function References({ references }: Pick<Help, 'references'>) {
  const { t, format } = useServices();
  const titles = [t('help.page'), t('help.used-for'), t('help.checked-on')];
  return (
    <HelpSection name="references" body={t('help.references.body')}>
      <table className="small-table help__table">
        <TableHead columns={titles.map((title) => ({ title }))} />
        <tbody>
          {references.map(({ url, title, checked, usedFor }) => (
            <tr key={url}>
              <th scope="row">
                <ReferenceLink page={{ url, title }} />
              </th>
              <td>{format.list(usedFor.map((part) => t(`help.rules.${part}`)))}</td>
              <td className="help__day">{format.day(checked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </HelpSection>
  );
}
