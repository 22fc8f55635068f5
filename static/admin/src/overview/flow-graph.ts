import { type SeatOwner } from '../../../../src/contracts/cycles';
import { COHORTS, type Cohort, type SeatFlow } from '../../../../src/contracts/overview';
import { type CaseFilter } from '../../../../src/contracts/case-views';
import { noFilter } from '../route/route';
import { SEAT_OWNERS } from '../charts/seat-owners';

/** A cohort, what holds seats, or a product, as a knot of the picture. */
export type FlowNode =
  | { id: string; column: 'cohort'; cohort: Cohort }
  | { id: string; column: 'holder'; holder: SeatFlow['holder']; owner: SeatOwner; group: SeatFlow['group'] }
  | { id: string; column: 'product'; product: SeatFlow['product'] };

export interface FlowBand {
  /** Ids of the knots at its ends. */
  from: string;
  to: string;
  value: number;
  owner: SeatOwner;
  /** The cases that the band stands for; null where no filter finds exactly those. */
  filter: CaseFilter | null;
}

const holderId = ({ holder, owner, group }: SeatFlow): string =>
  `holder ${holder} ${owner} ${group?.groupId ?? ''}`;
const productId = ({ product }: SeatFlow): string => `product ${product?.ari ?? ''}`;

/** The cases of a flow, or of all flows between two knots of it. */
export function filterFor(
  { holder, owner, group }: SeatFlow,
  { cohort, product }: { cohort: Cohort | null; product: SeatFlow['product'] | undefined },
): CaseFilter | null {
  if (holder === 'other-groups' || product === null) return null;
  return {
    ...noFilter,
    ari: product?.ari ?? null,
    groupId: group?.groupId ?? null,
    way: { cohort, holder, owner },
  };
}

/** Knots in their order from above, and the bands between them; every seat is in one band on each side. */
export function graphOf(flows: readonly SeatFlow[]): { nodes: FlowNode[]; bands: FlowBand[] } {
  const nodes = new Map<string, FlowNode>();
  const bands = new Map<string, FlowBand>();
  const add = (band: FlowBand): void => {
    const key = `${band.from} > ${band.to}`;
    const known = bands.get(key);
    bands.set(key, known === undefined ? band : { ...known, value: known.value + band.value });
  };
  for (const flow of flows) {
    const { cohort, holder, owner, group, product, seats } = flow;
    const [cohortId, through, end] = [`cohort ${cohort}`, holderId(flow), productId(flow)];
    nodes.set(cohortId, { id: cohortId, column: 'cohort', cohort });
    nodes.set(through, { id: through, column: 'holder', holder, owner, group });
    nodes.set(end, { id: end, column: 'product', product });
    const band = { value: seats, owner };
    add({ ...band, from: cohortId, to: through, filter: filterFor(flow, { cohort, product: undefined }) });
    add({ ...band, from: through, to: end, filter: filterFor(flow, { cohort: null, product }) });
  }
  return { nodes: [...nodes.values()].sort(inOrder), bands: [...bands.values()] };
}

const COLUMNS: readonly FlowNode['column'][] = ['cohort', 'holder', 'product'];

/** Column by column; cohorts by urgency, what holds by owner, the rest as the seats have it. */
function inOrder(a: FlowNode, b: FlowNode): number {
  if (a.column === 'cohort' && b.column === 'cohort')
    return COHORTS.indexOf(a.cohort) - COHORTS.indexOf(b.cohort);
  if (a.column === 'holder' && b.column === 'holder')
    return SEAT_OWNERS.indexOf(a.owner) - SEAT_OWNERS.indexOf(b.owner);
  return COLUMNS.indexOf(a.column) - COLUMNS.indexOf(b.column);
}
