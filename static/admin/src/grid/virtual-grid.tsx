import { type KeyboardEvent, useRef, useState, useEffect } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useWidth } from '../parts/use-width';
import { useServices } from '../services';
import { type Column, type GridSort, layOutColumns } from './grid-column';
import { GridHeader } from './grid-header';
import { type Choosing, GridRow, toolColumns, type Unfolding } from './grid-row';

interface Props<L, S extends string> {
  /** Names the grid, as a class. */
  name: string;
  label: string;
  columns: readonly Column<L, S>[];
  count: number;
  lineAt: (position: number) => L | undefined;
  need: (first: number, last: number) => void;
  activate: (line: L) => void;
  /** Absent where the order is not the reader's to choose. */
  sort?: GridSort<S>;
  sortBy?: (sort: S) => void;
  /** Absent where nothing is chosen, or unfolds. */
  choosing?: Choosing<L>;
  unfolding?: Unfolding<L>;
  loadingText: string;
  /** Said where the columns do not fit and the table scrolls sideways. */
  moreText: string;
  busy: boolean;
}

/** Height of every row in pixels; two lines of text. */
const ROW = 56;
const PAGE_STEP = 10;
/** The borders of the table and a scrollbar of the usual width, in pixels. */
const BORDERS = 16;

/**
 * A table of any length of which only the rows in sight stand in the document. Rows are reached with
 * one Tab and the arrow keys, opened with Enter or a click, chosen with Space, unfolded and folded with the arrows to
 * the right and left; the row in focus stays drawn wherever one scrolls.
 */
export function VirtualGrid<L, S extends string>(props: Props<L, S>) {
  const { columns, count, lineAt, need, activate, choosing, unfolding } = props;
  const { t } = useServices();
  const [frame, width] = useWidth();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState({ row: 0, focus: false });
  const active = Math.max(0, Math.min(chosen.row, count - 1));
  // The page is not built with the React compiler, which alone could not follow this library.
  // eslint-disable-next-line react-hooks/incompatible-library -- no React compiler here
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW + unfoldedHeight(lineAt(index), unfolding),
    overscan: 8,
    // The sticky header covers as much of the upper edge.
    scrollPaddingStart: 40,
    rangeExtractor: (range: Range) => {
      const drawn = new Set(defaultRangeExtractor(range));
      if (count > 0) drawn.add(active);
      return [...drawn].sort((a, b) => a - b);
    },
  });

  useEffect(() => rows.measure(), [rows, unfolding]);

  const first = rows.range?.startIndex ?? 0;
  const last = rows.range?.endIndex ?? 0;
  useEffect(() => {
    if (count > 0) need(Math.max(0, first - 20), Math.min(count - 1, last + 20));
  }, [count, first, last, need]);

  useEffect(() => {
    if (!chosen.focus) return;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-row="${chosen.row}"]`)
      ?.focus({ preventScroll: true });
  }, [chosen]);

  const move = (to: number): void => {
    const row = Math.max(0, Math.min(count - 1, to));
    rows.scrollToIndex(row);
    setChosen({ row, focus: true });
  };
  const act = (key: string, line: L): boolean => {
    if (key === 'Enter') activate(line);
    else if (key === ' ' && choosing !== undefined) choosing.choose(line);
    else if (key === 'ArrowRight' && unfolding?.isOpen(line) === false) unfolding.turn(line);
    else if (key === 'ArrowLeft' && unfolding?.isOpen(line) === true) unfolding.turn(line);
    else return false;
    return true;
  };
  const onKey = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE_STEP,
      PageUp: active - PAGE_STEP,
      Home: 0,
      End: count - 1,
    };
    const to = steps[event.key];
    const line = lineAt(active);
    if (to !== undefined) move(to);
    else if (line === undefined || !act(event.key, line)) return;
    event.preventDefault();
  };

  const tools = toolColumns(choosing, unfolding);
  const { template, least } = layOutColumns([...tools, ...columns]);
  return (
    <div ref={frame} className={`wide wide--${props.name}`}>
      {width < least + BORDERS && (
        <p className="wide__hint" aria-hidden>
          {props.moreText}
        </p>
      )}
      <div
        ref={scroller}
        className={`grid grid--${props.name}`}
        role="grid"
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-colcount={tools.length + columns.length}
        aria-multiselectable={choosing === undefined ? undefined : true}
        aria-busy={props.busy}
      >
        <GridHeader
          columns={columns}
          tools={tools.map(({ id }) => id)}
          choosingAll={choosing?.all}
          toolTitle={(id) => t(id === 'choose' ? 'grid.choose' : 'grid.unfold')}
          template={template}
          least={least}
          sort={props.sort ?? null}
          sortBy={props.sortBy}
        />
        <div
          role="rowgroup"
          className="grid__body"
          style={{ height: rows.getTotalSize(), minInlineSize: least }}
          onKeyDown={onKey}
        >
          {rows.getVirtualItems().map(({ index, start, size }) => (
            <GridRow
              key={index}
              columns={columns}
              line={lineAt(index)}
              choosing={choosing}
              unfolding={unfolding}
              loadingText={props.loadingText}
              template={template}
              index={index}
              start={start}
              size={size}
              active={index === active}
              pick={setChosen}
              activate={activate}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function unfoldedHeight<L>(line: L | undefined, unfolding: Unfolding<L> | undefined): number {
  return line !== undefined && unfolding?.isOpen(line) === true ? unfolding.height(line) : 0;
}
