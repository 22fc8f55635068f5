import { type CSSProperties, type ReactNode } from 'react';
import { type Column } from './grid-column';

/** Lines of a grid that somebody chooses, to do something with them. */
export interface Choosing<L> {
  isChosen: (line: L) => boolean;
  choose: (line: L) => void;
  /** Names the box of a line. */
  label: (line: L) => string;
  all: ChoosingAll;
}

/** The box above the lines. */
export interface ChoosingAll {
  state: boolean | 'mixed';
  turn: () => void;
  label: string;
  /** Why all cannot be chosen now, in words. */
  blocked: string | null;
}

/** What a line unfolds to, below its cells. */
export interface Unfolding<L> {
  isOpen: (line: L) => boolean;
  turn: (line: L) => void;
  /** Names the button of a line. */
  label: (line: L) => string;
  /** Height in pixels of what is unfolded. */
  height: (line: L) => number;
  draw: (line: L) => ReactNode;
}

interface Props<L, S extends string> {
  columns: readonly Column<L, S>[];
  line: L | undefined;
  choosing: Choosing<L> | undefined;
  unfolding: Unfolding<L> | undefined;
  loadingText: string;
  template: string;
}

/** The cells of one row; what is not read yet says so. */
export function GridCells<L, S extends string>(props: Props<L, S>) {
  const { columns, line, choosing, unfolding, loadingText, template } = props;
  const cells: CSSProperties = { gridTemplateColumns: template };
  const isOpen = line !== undefined && unfolding?.isOpen(line) === true;
  return (
    <>
      <div className="grid__cells" role="presentation" style={cells}>
        {choosing !== undefined && (
          <div role="gridcell" className="grid__cell" onClick={(event) => event.stopPropagation()}>
            {line !== undefined && (
              <input
                type="checkbox"
                className="grid__box"
                tabIndex={-1}
                checked={choosing.isChosen(line)}
                aria-label={choosing.label(line)}
                onChange={() => choosing.choose(line)}
              />
            )}
          </div>
        )}
        {unfolding !== undefined && (
          <div role="gridcell" className="grid__cell" onClick={(event) => event.stopPropagation()}>
            {line !== undefined && (
              <button
                type="button"
                className="grid__unfold"
                tabIndex={-1}
                aria-expanded={isOpen}
                aria-label={unfolding.label(line)}
                onClick={() => unfolding.turn(line)}
              />
            )}
          </div>
        )}
        {columns.map((column) => (
          <div
            key={column.id}
            role="gridcell"
            className={column.numeric === true ? 'grid__cell grid__cell--number' : 'grid__cell'}
          >
            {line === undefined ? (
              <span className="skeleton__bar">
                <span className="sr-only">{loadingText}</span>
              </span>
            ) : (
              column.draw(line)
            )}
          </div>
        ))}
      </div>
      {isOpen && (
        <div role="gridcell" aria-colspan={columns.length} className="grid__unfolded">
          {unfolding.draw(line)}
        </div>
      )}
    </>
  );
}

/** The columns that boxes and buttons take, before all others. */
export function toolColumns(choosing: unknown, unfolding: unknown): { id: string; least: number }[] {
  return [
    ...(choosing === undefined ? [] : [{ id: 'choose', least: 20 }]),
    ...(unfolding === undefined ? [] : [{ id: 'unfold', least: 20 }]),
  ];
}
