import '../styles/charts.css';
import { type CaseView, type RowView } from '../../../../src/contracts/case-views';
import { useWidth } from '../parts/use-width';
import { tellPath } from '../parts/tell-path';
import { useServices } from '../services';

/** Height of a path, and of the box in it, in pixels: two lines of text. */
const ROW = 60;
const BOX = 44;
/** From this width on the boxes stand apart; below it they would leave no room for the lines. */
const NARROW = 420;
const CHARACTER = 7;

/** The account at the left, the product at the right, and between them what gives access, coloured by its owner. */
export function PathGraph({ view }: { view: CaseView }) {
  const { t } = useServices();
  const [frame, width] = useWidth();
  const { rows, person, product } = view;
  const side = Math.round(width * (width < NARROW ? 0.24 : 0.2));
  const middle = Math.round(width * 0.38);
  const from = (width - middle) / 2;
  const height = rows.length * ROW;
  const name = person.name ?? person.accountId;
  return (
    <div ref={frame} className="path-graph">
      <svg
        className="path-graph__picture"
        width={width}
        height={height}
        role="img"
        aria-label={t('case.graph', { person: name, product, count: rows.length })}
      >
        <Box x={0} y={(height - BOX) / 2} width={side} title={name} />
        {rows.map((row, index) => {
          const y = index * ROW + ROW / 2;
          return (
            <g key={`${row.via} ${row.groupId ?? ''}`}>
              <Line from={[side, height / 2]} to={[from, y]} row={row} />
              <Line from={[from + middle, y]} to={[width - side, height / 2]} row={row} />
              <Box
                x={from}
                y={y - BOX / 2}
                width={middle}
                title={tellPath(t, row, row.row.path.groupName ?? null)}
                sub={[t(`owner.${row.row.owner}`), ...row.row.path.roles].join(' · ')}
                owner={row.row.owner}
              />
            </g>
          );
        })}
        <Box x={width - side} y={(height - BOX) / 2} width={side} title={product} />
      </svg>
    </div>
  );
}

interface BoxProps {
  x: number;
  y: number;
  width: number;
  title: string;
  sub?: string;
  owner?: RowView['row']['owner'];
}

function Box({ x, y, width, title, sub, owner }: BoxProps) {
  const room = Math.floor((width - 20) / CHARACTER);
  const lines = sub === undefined ? [title] : [title, sub];
  return (
    <g>
      <rect className="path-graph__box" x={x + 0.5} y={y + 0.5} width={width - 1} height={BOX - 1} rx="4" />
      {owner !== undefined && (
        <rect className={`owner--${owner}`} x={x} y={y} width="4" height={BOX} rx="2" />
      )}
      {lines.map((line, index) => (
        <text
          key={index}
          className={index === 0 ? 'path-graph__name' : 'path-graph__sub'}
          x={x + 12}
          y={y + BOX / 2 + (lines.length === 1 ? 0 : index === 0 ? -8 : 9)}
          dy="0.35em"
        >
          {line.length <= room ? line : `${line.slice(0, Math.max(1, room - 1))}…`}
          <title>{line}</title>
        </text>
      ))}
    </g>
  );
}

type Point = readonly [number, number];

/** A path that bills is drawn through; one that does not, or of which nobody knows, is broken. */
function Line({ from: [x0, y0], to: [x1, y1], row }: { from: Point; to: Point; row: RowView }) {
  const bend = (x0 + x1) / 2;
  const { billable, owner } = row.row;
  return (
    <path
      className={`path-graph__line path-graph__line--${String(billable)} owner-line--${owner}`}
      d={`M${x0},${y0} C${bend},${y0} ${bend},${y1} ${x1},${y1}`}
    />
  );
}
