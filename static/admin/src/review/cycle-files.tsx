import { type Cycle } from '../../../../src/contracts/cycles';
import { DownloadButton } from '../parts/download-button';
import { useServices } from '../services';
import { joinPieces } from '../states/use-download';
import { tellWeek } from './cycle-week';

/** A review as files for whoever has no Seatpath: its decisions, and its ledger once it has ended. */
export function CycleFiles({ cycle: { id, opening, ending } }: { cycle: Cycle }) {
  const { t, call } = useServices();
  if (opening === null) return null;
  const week = tellWeek(t, id);
  return (
    <div className="downloads">
      <DownloadButton
        label={t('cycle.decisions-file')}
        name={t('cycle.decisions-file.of', { week })}
        fetchFile={(progress) =>
          joinPieces(`seatpath-${id}-decisions.csv`, progress, (from) =>
            call('exports/decisions', { cycleId: id, from }),
          )
        }
      />
      {ending !== null && (
        <DownloadButton
          label={t('cycle.ledger-file')}
          name={t('cycle.ledger-file.of', { week })}
          fetchFile={(progress) =>
            joinPieces(`seatpath-${id}-ledger.csv`, progress, (from) =>
              call('exports/ledger', { cycleId: id, from }),
            )
          }
        />
      )}
    </div>
  );
}
