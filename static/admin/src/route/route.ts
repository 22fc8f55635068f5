import { z } from 'zod';
import { CASE_SORTS, SOURCE_SORTS, type CaseFilter, type CaseSort } from '../../../../src/contracts/views';
import { Finding, Owner, Signal } from '../../../../src/contracts/vocabulary';

export const TABS = ['cases', 'sources', 'route-outs', 'exceptions', 'setup'] as const;
export type Tab = (typeof TABS)[number];

export interface CaseId {
  accountId: string;
  ari: string;
}
export interface CasesRoute {
  tab: 'cases';
  filter: CaseFilter;
  sort: CaseSort;
  open: CaseId | null;
}
export interface SourcesRoute {
  tab: 'sources';
  ari: string | null;
  text: string;
  sort: (typeof SOURCE_SORTS)[number];
}
export type Route =
  CasesRoute | SourcesRoute | { tab: 'route-outs' } | { tab: 'exceptions' } | { tab: 'setup' };

export const noFilter: CaseFilter = {
  ari: null,
  owner: null,
  signal: null,
  finding: null,
  billable: null,
  groupId: null,
  text: '',
};
/** Most urgent first. */
export const firstSort: CaseSort = { by: 'findings', direction: 'descending' };

const Id = z.string().min(1).max(256).nullable().catch(null);
const Words = z.string().max(200).catch('');

/** Reads an address such as `/cases?owner=idp-owned`; what cannot be read is left out, never an error. */
export function readRoute(address: string): Route {
  const [path = '', query = ''] = address.split('?');
  const tab = z
    .enum(TABS)
    .catch('cases')
    .parse(path.replace(/^[#/]+/, '').replace(/\/+$/, ''));
  const given = new URLSearchParams(query);
  if (tab === 'cases') return readCases(given);
  if (tab === 'sources') {
    return {
      tab,
      ari: Id.parse(given.get('product')),
      text: Words.parse(given.get('text')),
      sort: z.enum(SOURCE_SORTS).catch('seats').parse(given.get('sort')),
    };
  }
  return { tab };
}

function readCases(given: URLSearchParams): CasesRoute {
  const seat = given.get('seat');
  const accountId = given.get('account');
  const ari = given.get('on');
  return {
    tab: 'cases',
    filter: {
      ari: Id.parse(given.get('product')),
      owner: Owner.nullable().catch(null).parse(given.get('owner')),
      signal: Signal.nullable().catch(null).parse(given.get('signal')),
      finding: z
        .union([Finding, z.literal('any')])
        .nullable()
        .catch(null)
        .parse(given.get('finding')),
      billable: seat === 'true' || (seat === 'false' ? false : seat === 'unknown' ? 'unknown' : null),
      groupId: Id.parse(given.get('group')),
      text: Words.parse(given.get('text')),
    },
    sort: {
      by: z.enum(CASE_SORTS).catch(firstSort.by).parse(given.get('sort')),
      direction: z.enum(['ascending', 'descending']).catch(firstSort.direction).parse(given.get('order')),
    },
    open: accountId !== null && ari !== null ? { accountId, ari } : null,
  };
}

/** The address of a route; `readRoute` gives the route back. */
export function writeRoute(route: Route): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | boolean | null): void => {
    if (value !== null && value !== '') query.set(name, String(value));
  };
  if (route.tab === 'cases') {
    const { filter, sort, open } = route;
    put('product', filter.ari);
    put('owner', filter.owner);
    put('signal', filter.signal);
    put('finding', filter.finding);
    put('seat', filter.billable);
    put('group', filter.groupId);
    put('text', filter.text);
    if (sort.by !== firstSort.by || sort.direction !== firstSort.direction) {
      put('sort', sort.by);
      put('order', sort.direction);
    }
    put('account', open?.accountId ?? null);
    put('on', open?.ari ?? null);
  } else if (route.tab === 'sources') {
    put('product', route.ari);
    put('text', route.text);
    if (route.sort !== 'seats') put('sort', route.sort);
  }
  const written = query.toString();
  return `/${route.tab}${written === '' ? '' : `?${written}`}`;
}
