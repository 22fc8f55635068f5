import { type CSSProperties, memo, type ReactNode } from 'react';
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

/** What every row of a grid is drawn with. */
interface CellProps<L, S extends string> {
  columns: readonly Column<L, S>[];
  /** Absent until it is read. */
  line: L | undefined;
  choosing: Choosing<L> | undefined;
  unfolding: Unfolding<L> | undefined;
  loadingText: string;
  template: string;
}

interface Props<L, S extends string> extends CellProps<L, S> {
  index: number;
  /** Where the row begins and how high it is, in pixels. */
  start: number;
  size: number;
  /** Whether Tab leads to this row. */
  active: boolean;
  /** Makes this row the one that Tab leads to. */
  pick: (picked: { row: number; focus: boolean }) => void;
  activate: (line: L) => void;
}

/** Drawn again only where something of it changed: while one scrolls, those rows alone that come into sight. */
export const GridRow = memo(Row) as typeof Row;

function Row<L, S extends string>({ index, start, size, active, pick, activate, ...cells }: Props<L, S>) {
  const { line, choosing } = cells;
  return (
    <div
      role="row"
      className="grid__row"
      data-row={index}
      aria-rowindex={index + 2}
      tabIndex={active ? 0 : -1}
      aria-selected={choosing === undefined || line === undefined ? undefined : choosing.isChosen(line)}
      style={{ transform: `translateY(${start}px)`, blockSize: size }}
      onFocus={() => !active && pick({ row: index, focus: false })}
      onClick={() => {
        pick({ row: index, focus: true });
        if (line !== undefined) activate(line);
      }}
    >
      <Cells {...cells} />
    </div>
  );
}

/** The cells of one row; what is not read yet says so. */
function Cells<L, S extends string>(props: CellProps<L, S>) {
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
