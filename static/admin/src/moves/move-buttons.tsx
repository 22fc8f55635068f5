import Button from '@atlaskit/button/new';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useServices } from '../services';
import { type Movable, type Move, movesOf } from './moves';

const MoveDialog = lazy(() => import('./move-dialog').then((m) => ({ default: m.MoveDialog })));

interface Props {
  line: Movable;
  /** What stands there where no step can be taken. */
  none?: ReactNode;
}

/** The steps that the reader may take with a record now, each asked for with a note. */
export function MoveButtons({ line, none = null }: Props) {
  const { t } = useServices();
  const [asked, setAsked] = useState<Move | null>(null);
  const [open, setOpen] = useState(false);
  const moves = movesOf(line);
  if (moves.length === 0) return <span className="quiet">{none}</span>;
  return (
    <span className="moves">
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
