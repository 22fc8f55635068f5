import { z } from 'zod';
import { SeatWay } from '../../../../src/contracts/overview';
import { REGISTER_KINDS } from '../../../../src/contracts/records';
import { SavingState } from '../../../../src/contracts/savings';
import { CASE_SORTS } from '../../../../src/contracts/case-views';
import { SOURCE_SORTS } from '../../../../src/contracts/source-views';
import { Finding, Owner, Signal } from '../../../../src/contracts/vocabulary';
import {
  CASE_COLUMNS,
  type CaseId,
  type CasesRoute,
  firstSort,
  QUEUE_PARTS,
  REGISTER_STATES,
  type RecordsRoute,
  type Route,
  SOURCE_FORMS,
  type SourceOpen,
  TABS,
  toRegister,
  toPastReview,
} from './route';

const Id = z.string().min(1).max(256).nullable().catch(null);
const Words = z.string().max(200).catch('');

/** Addresses that the registers had before they stood side by side. */
const FORMER: Readonly<Record<string, RecordsRoute>> = {
  'route-outs': toRegister('route-out'),
  exceptions: toRegister('exception'),
};

/** Reads an address such as `/cases?owner=idp-owned`; what cannot be read is left out, never an error. */
export function readRoute(address: string): Route {
  const [path = '', query = ''] = address.split('?');
  const name = path.replace(/^[#/]+/, '').replace(/\/+$/, '');
  const former = FORMER[name];
  if (former !== undefined) return former;
  const [first, second = ''] = name.split('/');
  const tab = z.enum(TABS).catch('overview').parse(first);
  const given = new URLSearchParams(query);
  switch (tab) {
    case 'review': {
      const past = Id.parse(second);
      if (past !== null) return toPastReview(past);
      const itemId = Id.parse(given.get('item'));
      return {
        tab,
        past,
        part: z.enum(QUEUE_PARTS).catch('queue').parse(given.get('part')),
        item: itemId === null ? null : { itemId, batchId: Id.parse(given.get('batch')) },
        source: readSource(given),
        case: readCase(given),
      };
    }
    case 'sources':
      return {
        tab,
        ari: Id.parse(given.get('product')),
        text: Words.parse(given.get('text')),
        sort: z.enum(SOURCE_SORTS).catch('seats').parse(given.get('sort')),
        open: readSource(given),
      };
    case 'cases':
      return readCases(given);
    case 'handed-over':
      return { tab, text: Words.parse(given.get('text')) };
    case 'savings':
      return {
        tab,
        poolId: Id.parse(given.get('pool')),
        state: SavingState.nullable().catch(null).parse(given.get('state')),
      };
    case 'records':
      return {
        tab,
        kind: z.enum(REGISTER_KINDS).catch('route-out').parse(given.get('kind')),
        filter: {
          state: z.enum(REGISTER_STATES).nullable().catch(null).parse(given.get('state')),
          text: Words.parse(given.get('text')),
        },
        open: Id.parse(given.get('record')),
      };
    case 'overview':
      return { tab, at: z.literal('standouts').nullable().catch(null).parse(given.get('at')) };
    case 'setup':
      return { tab };
  }
}

function readSource(given: URLSearchParams): SourceOpen | null {
  const groupId = Id.parse(given.get('source'));
  const ari = Id.parse(given.get('on'));
  if (groupId === null || ari === null) return null;
  return { groupId, ari, form: z.enum(SOURCE_FORMS).nullable().catch(null).parse(given.get('form')) };
}

function readCase(given: URLSearchParams): CaseId | null {
  const accountId = Id.parse(given.get('account'));
  const ari = Id.parse(given.get('on'));
  return accountId === null || ari === null ? null : { accountId, ari };
}

function readWay(written: string | null): SeatWay | null {
  if (written === null) return null;
  const [cohort, holder, owner] = written.split('.').map((part) => (part === '' ? null : part));
  return SeatWay.nullable().catch(null).parse({ cohort, holder, owner });
}

const readYes = (written: string | null): boolean | null =>
  written === 'true' || (written === 'false' ? false : null);

function readCases(given: URLSearchParams): CasesRoute {
  const seat = given.get('seat');
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
      billable: seat === 'unknown' ? 'unknown' : readYes(seat),
      groupId: Id.parse(given.get('group')),
      way: readWay(given.get('way')),
      protected: readYes(given.get('protected')),
      text: Words.parse(given.get('text')),
    },
    sort: {
      by: z.enum(CASE_SORTS).catch(firstSort.by).parse(given.get('sort')),
      direction: z.enum(['ascending', 'descending']).catch(firstSort.direction).parse(given.get('order')),
    },
    hidden: CASE_COLUMNS.filter((id) => (given.get('without') ?? '').split('.').includes(id)),
    open: readCase(given),
    batchId: Id.parse(given.get('batch')),
  };
}
