import ArrowDown from '@atlaskit/icon/core/arrow-down';
import ArrowUp from '@atlaskit/icon/core/arrow-up';
import { ChooseAll } from './choose-all';
import { type Column, type GridSort } from './grid-column';
import { type ChoosingAll } from './grid-row';

interface Props<L, S extends string> {
  columns: readonly Column<L, S>[];
  /** Ids of the columns before them that have no title. */
  tools: readonly string[];
  /** What those are, for who does not see them. */
  toolTitle: (id: string) => string;
  choosingAll: ChoosingAll | undefined;
  template: string;
  /** Least width of a row in pixels. */
  least: number;
  sort: GridSort<S> | null;
  sortBy: ((sort: S) => void) | undefined;
}

export function GridHeader<L, S extends string>(props: Props<L, S>) {
  const { columns, tools, toolTitle, choosingAll, template, least, sort, sortBy } = props;
  return (
    <div role="rowgroup" className="grid__head">
      <div
        role="row"
        aria-rowindex={1}
        className="grid__row grid__row--head"
        style={{ minInlineSize: least }}
      >
        <div className="grid__cells" role="presentation" style={{ gridTemplateColumns: template }}>
          {tools.map((id) => (
            <div key={id} role="columnheader" className="grid__cell">
              <span className="sr-only">{toolTitle(id)}</span>
              {id === 'choose' && choosingAll !== undefined && <ChooseAll {...choosingAll} />}
            </div>
          ))}
          {columns.map((column) => {
            const by = column.sort;
            const here = by !== undefined && by === sort?.by;
            const arrow = sort?.direction === 'ascending' ? <ArrowUp label="" /> : <ArrowDown label="" />;
            return (
              <div
                key={column.id}
                role="columnheader"
                aria-sort={here ? (sort.direction ?? 'other') : undefined}
                className={column.numeric === true ? 'grid__cell grid__cell--number' : 'grid__cell'}
              >
                {by === undefined ? (
                  <span className="grid__title" title={column.hint}>
                    {column.title}
                  </span>
                ) : (
                  <button
                    type="button"
                    className="grid__sort"
                    title={column.hint}
                    onClick={() => sortBy?.(by)}
                  >
                    <span className="grid__title">{column.title}</span>
                    <span className={here ? 'grid__arrow' : 'grid__arrow grid__arrow--idle'}>{arrow}</span>
                  </button>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
