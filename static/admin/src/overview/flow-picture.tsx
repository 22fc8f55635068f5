import { sankey, sankeyJustify, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { useMemo } from 'react';
import { type SeatFlow } from '../../../../src/contracts/overview';
import { type CaseFilter } from '../../../../src/contracts/case-views';
import { useServices } from '../services';
import { type Translate } from '../texts/texts';
import { type FlowBand, type FlowNode, graphOf } from './flow-graph';
import { tellHolder, tellProduct } from './flow-words';
import { useWidth } from '../parts/use-width';

interface Props {
  flows: readonly SeatFlow[];
  show: (filter: CaseFilter) => void;
}

type Knot = SankeyNode<FlowNode, FlowBand>;
type Band = SankeyLink<FlowNode, FlowBand>;

/** As much room above and below a knot as a line of its name takes. */
const LINE = 18;
const KNOT = 12;
/** Room for the names at the right, by the width of the picture; those of the middle lie over the bands. */
const namesRoom = (width: number): number => Math.min(300, Math.max(190, width * 0.26));
/** A letter of such a name takes as much, on the average of the fonts that a browser may have. */
const LETTER = 6.8;
const drawBand = sankeyLinkHorizontal<FlowNode, FlowBand>();

/** Bands as wide as they have seats. A click on one shows its cases; the table below does the same by keyboard. */
export function FlowPicture({ flows, show }: Props) {
  const { t, format } = useServices();
  const [frame, width] = useWidth();
  const { knots, bands, height } = useMemo(() => layOut(flows, width), [flows, width]);
  const names = new Map(knots.map((knot) => [knot.id, nameIn(t, knot)]));
  const nameOf = (id: string): string => names.get(id) ?? '';
  return (
    <div ref={frame} className="flows">
      <svg
        className="flows__picture"
        width={width}
        height={height}
        role="img"
        aria-label={t('flows.picture')}
      >
        <g>
          {bands.map((band) => (
            <path
              key={`${band.from} ${band.to}`}
              className={`band owner-line--${band.owner}${band.filter === null ? '' : ' band--open'}`}
              d={drawBand(band) ?? ''}
              strokeWidth={Math.max(1, band.width ?? 0)}
              onClick={() => band.filter !== null && show(band.filter)}
            >
              <title>
                {t('flows.band', {
                  from: nameOf(band.from),
                  to: nameOf(band.to),
                  count: band.value,
                })}
              </title>
            </path>
          ))}
        </g>
        {knots.map((knot) => {
          const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 } = knot;
          const name = nameOf(knot.id);
          return (
            <g key={knot.id}>
              <rect
                className={knot.column === 'holder' ? `owner--${knot.owner}` : 'knot'}
                x={x0}
                y={y0}
                width={x1 - x0}
                height={Math.max(1, y1 - y0)}
              />
              <text className="flows__name" x={x1 + 6} y={(y0 + y1) / 2} dy="0.35em">
                {shorten(name, knot.column === 'product' ? lettersIn(namesRoom(width), value) : LONGEST)}{' '}
                <tspan className="flows__count">{format.number(value)}</tspan>
                <title>{name}</title>
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function layOut(flows: readonly SeatFlow[], width: number): { knots: Knot[]; bands: Band[]; height: number } {
  const { nodes, bands } = graphOf(flows);
  const tallest = Math.max(
    ...(['cohort', 'holder', 'product'] as const).map(
      (column) => nodes.filter((node) => node.column === column).length,
    ),
  );
  const height = Math.max(220, tallest * (LINE + 12));
  const graph = sankey<FlowNode, FlowBand>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyJustify)
    .nodeSort(null)
    .nodeWidth(KNOT)
    .nodePadding(LINE)
    .extent([
      [0, LINE / 2],
      [Math.max(320, width) - namesRoom(width), height - LINE / 2],
    ])({
    nodes: nodes.map((node) => ({ ...node })),
    links: bands.map((band) => ({ ...band, source: band.from, target: band.to })),
  });
  return { knots: graph.nodes, bands: graph.links, height };
}

function nameIn(t: Translate, knot: FlowNode): string {
  if (knot.column === 'cohort') return t(`cohort.${knot.cohort}`);
  return knot.column === 'holder' ? tellHolder(t, knot) : tellProduct(t, knot.product);
}

/** As many letters of a name in the middle as leave the bands to be seen. */
const LONGEST = 26;

/** As many letters as have room beside a number. */
const lettersIn = (room: number, value: number): number =>
  Math.floor((room - KNOT) / LETTER) - String(value).length - 2;

/** Text in a picture does not wrap. Names differ at their ends: the middle goes; the whole is in the title and the table. */
function shorten(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const end = Math.floor(longest / 2);
  return `${name.slice(0, longest - end - 1)}…${name.slice(-end)}`;
}
