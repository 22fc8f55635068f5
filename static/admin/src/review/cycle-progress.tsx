import ProgressBar from '@atlaskit/progress-bar';
import { type Cycle, type Opening } from '../../../../src/contracts/cycles';
import { DISPOSITIONS } from '../../../../src/contracts/queue';
import { type CycleView } from '../../../../src/contracts/review-views';
import { useServices } from '../services';
import { CycleSections } from './cycle-sections';

interface Props {
  cycle: Cycle;
  opening: Opening;
  view: Pick<CycleView, 'progress'>;
}

/** How far the review is: items, seats with an intent, the sections, and what became of the rows. */
export function CycleProgress({ cycle, opening, view }: Props) {
  const { t } = useServices();
  const { progress } = view;
  return (
    <div className="cycle__parts">
      <div className="cycle__part">
        {progress !== null && (
          <>
            <h3 className="cycle__subtitle">{t('cycle.progress')}</h3>
            <p>{t('cycle.items', { decided: progress.items.decided, count: progress.items.total })}</p>
            <ProgressBar
              ariaLabel={t('cycle.progress')}
              value={progress.items.total === 0 ? 1 : progress.items.decided / progress.items.total}
            />
          </>
        )}
        <Seats opening={opening} />
      </div>
      {progress !== null && <CycleSections sections={progress.sections} />}
      <Rows rows={progress?.rows ?? cycle.ending?.rows ?? opening.rows} />
    </div>
  );
}

/** How many seats have somebody's word that their sources are intended. */
function Seats({ opening }: { opening: Opening }) {
  const { t, format } = useServices();
  const { seats, seatsWithIntent } = opening;
  const share = format.share(seatsWithIntent, seats);
  return (
    <>
      <h3 className="cycle__subtitle">{t('cycle.seats')}</h3>
      <p>{t('cycle.seats.intent', { share, seats: seatsWithIntent, count: seats })}</p>
    </>
  );
}

/** Rows with a finding by what has become of them: the sum is all of them, so nothing is hidden. */
function Rows({ rows }: { rows: Opening['rows'] }) {
  const { t, format } = useServices();
  const shown = DISPOSITIONS.filter((disposition) => (rows[disposition] ?? 0) > 0);
  const total = shown.reduce((sum, disposition) => sum + (rows[disposition] ?? 0), 0);
  return (
    <div className="cycle__part">
      <h3 className="cycle__subtitle">{t('cycle.rows', { count: total })}</h3>
      <dl className="dispositions">
        {shown.map((disposition) => (
          <div key={disposition}>
            <dt>{t(`disposition.${disposition}`)}</dt>
            <dd>{format.number(rows[disposition] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
