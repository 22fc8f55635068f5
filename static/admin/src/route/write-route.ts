import { type SeatWay } from '../../../../src/contracts/overview';
import { type CaseId, type CasesRoute, firstSort, type Route, type SourceOpen } from './route';

type Put = (name: string, value: string | boolean | null) => void;

/** The address of a route; `readRoute` gives the route back. */
export function writeRoute(route: Route): string {
  const query = new URLSearchParams();
  const put: Put = (name, value) => {
    if (value !== null && value !== '') query.set(name, String(value));
  };
  if (route.tab === 'review') {
    put('part', route.part === 'queue' ? null : route.part);
    put('item', route.item?.itemId ?? null);
    put('batch', route.item?.batchId ?? null);
    putSource(put, route.source);
    putCase(put, route.case);
  } else if (route.tab === 'sources') {
    put('product', route.ari);
    put('text', route.text);
    put('sort', route.sort === 'seats' ? null : route.sort);
    putSource(put, route.open);
  } else if (route.tab === 'cases') {
    putCases(put, route);
  } else if (route.tab === 'overview') {
    put('at', route.at);
  } else if (route.tab === 'handed-over') {
    put('text', route.text);
  } else if (route.tab === 'savings') {
    put('pool', route.poolId);
    put('state', route.state);
  } else if (route.tab === 'records') {
    put('kind', route.kind);
    put('state', route.filter.state);
    put('text', route.filter.text);
    put('record', route.open);
  }
  const written = query.toString();
  const past = route.tab === 'review' && route.past !== null ? `/${route.past}` : '';
  return `/${route.tab}${past}${written === '' ? '' : `?${written}`}`;
}

/** The parts of a way in their order; an empty one matches any. */
function writeWay({ cohort, holder, owner }: SeatWay): string {
  return [cohort, holder, owner].map((part) => part ?? '').join('.');
}

function putSource(put: Put, open: SourceOpen | null): void {
  put('source', open?.groupId ?? null);
  put('on', open?.ari ?? null);
  put('form', open?.form ?? null);
}

function putCase(put: Put, open: CaseId | null): void {
  put('account', open?.accountId ?? null);
  if (open !== null) put('on', open.ari);
}

function putCases(put: Put, { filter, sort, hidden, open, batchId }: CasesRoute): void {
  put('product', filter.ari);
  put('owner', filter.owner);
  put('signal', filter.signal);
  put('finding', filter.finding);
  put('seat', filter.billable);
  put('group', filter.groupId);
  put('way', filter.way === null ? null : writeWay(filter.way));
  put('protected', filter.protected);
  put('text', filter.text);
  if (sort.by !== firstSort.by || sort.direction !== firstSort.direction) {
    put('sort', sort.by);
    put('order', sort.direction);
  }
  put('without', hidden.length === 0 ? null : hidden.join('.'));
  putCase(put, open);
  put('batch', batchId);
}
