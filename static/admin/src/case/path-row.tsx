import { type CaseView, type RowView } from '../../../../src/contracts/case-views';
import { AppWords } from '../parts/app-words';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { useServices } from '../services';
import { CheckHoldProof } from './check-hold-proof';
import { EditByHand } from './edit-by-hand';
import { Outcomes } from './outcomes';
import { RowRecords } from './row-records';
import { RowSuggestion } from './row-suggestion';
import { WhyRow } from './why-row';

interface Props {
  view: CaseView;
  row: RowView;
  reload: () => void;
}

/** One path: what it is, whose it is, and, only where there is a finding, what is suggested. */
export function PathRow({ view, row, reload }: Props) {
  const { t } = useServices();
  const { path } = row.row;
  const { handOver } = row;
  return (
    <li className="card path">
      <div className="path__head">
        <OwnerLozenge owner={row.row.owner} />
        {handOver !== null && (
          <span>
            {t(handOver.assumed ? 'case.provider.assumed' : 'case.provider', { provider: handOver.provider })}
          </span>
        )}
        {path.roles.length > 0 && (
          <span className="quiet">
            {t('case.roles', { count: path.roles.length, roles: path.roles.join(', ') })}
          </span>
        )}
      </div>
      <p className="path__sentence">
        <AppWords>{row.sentence}</AppWords>
      </p>
      <dl className="path__lanes">
        <div className="path__lane">
          <dt>{t('case.lane')}</dt>
          <dd>
            <AppWords>{row.lane}</AppWords>
          </dd>
        </div>
        <RowSuggestion row={row} />
      </dl>
      <RowRecords view={view} row={row} />
      <Outcomes view={view} row={row} reload={reload} />
      <CheckHoldProof row={row} />
      <WhyRow row={row} />
      <EditByHand view={view} row={row} reload={reload} />
    </li>
  );
}
