import { type CaseView, type RowView } from '../../../../src/contracts/views';
import { AppWords } from '../parts/app-words';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { useServices } from '../services';
import { CheckHoldProof } from './check-hold-proof';
import { EditByHand } from './edit-by-hand';
import { Outcomes } from './outcomes';
import { RowRecords } from './row-records';
import { WhyRow } from './why-row';

interface Props {
  view: CaseView;
  row: RowView;
  reload: () => void;
}

/** One path: what it is, whose it is, and, only where there is a finding, what is suggested. */
export function PathRow({ view, row, reload }: Props) {
  const { t } = useServices();
  const { findings, path } = row.row;
  return (
    <li className="card path">
      <div className="path__head">
        <OwnerLozenge owner={row.row.owner} />
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
        <div className={row.suggestion === null ? 'path__lane' : 'path__lane path__lane--suggestion'}>
          <dt>{t('case.suggestion')}</dt>
          <dd>
            {row.suggestion === null ? (
              <span className="quiet">{t('case.suggestion.none')}</span>
            ) : (
              <>
                <p>
                  <AppWords>{row.suggestion}</AppWords>
                </p>
                <ul className="path__findings">
                  {findings.map((finding) => (
                    <li key={finding}>{t(`finding.${finding}`)}</li>
                  ))}
                </ul>
              </>
            )}
          </dd>
        </div>
      </dl>
      <CheckHoldProof row={row} />
      <WhyRow row={row} />
      <EditByHand view={view} row={row} reload={reload} />
      <RowRecords view={view} row={row} />
      <Outcomes view={view} row={row} reload={reload} />
    </li>
  );
}
