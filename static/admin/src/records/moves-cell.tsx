import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { useServices } from '../services';
import { type Move, movesOf } from './moves';

const MoveDialog = lazy(() => import('./move-dialog').then((m) => ({ default: m.MoveDialog })));

/** The steps that the reader may take with a record now, each asked for with a note. */
export function MovesCell({ line }: { line: RegisterLine }) {
  const { t } = useServices();
  const [asked, setAsked] = useState<Move | null>(null);
  const [open, setOpen] = useState(false);
  const moves = movesOf(line);
  if (moves.length === 0) return <span className="quiet">{t('cases.none')}</span>;
  return (
    <span className="records__moves">
      {moves.map((move) => (
        <Button
          key={move}
          spacing="compact"
          onClick={() => {
            setAsked(move);
            setOpen(true);
          }}
        >
          {t(`move.${move}`)}
        </Button>
      ))}
      {asked !== null && (
        <Suspense fallback={null}>
          <MoveDialog key={asked} line={line} move={asked} open={open} close={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
