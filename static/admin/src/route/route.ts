import { STANDING_STATES } from '../../../../src/contracts/record-base';
import { CHANGE_STATES, INTENT_STATES, type RegisterKind } from '../../../../src/contracts/records';
import { ATTEMPT_STATES, BOUNDARY_STATES } from '../../../../src/contracts/overrides';
import { ROUTE_OUT_STATES } from '../../../../src/contracts/route-outs';
import { type SavingState } from '../../../../src/contracts/savings';
import { type CaseFilter, type CaseSort } from '../../../../src/contracts/case-views';
import { type SOURCE_SORTS } from '../../../../src/contracts/source-views';

export const TABS = [
  'overview',
  'review',
  'sources',
  'cases',
  'handed-over',
  'savings',
  'records',
  'setup',
] as const;
export type Tab = (typeof TABS)[number];

export interface CaseId {
  accountId: string;
  ari: string;
}

/** What can be decided about a source as a whole, each by a form of its own. */
export const SOURCE_FORMS = ['intend', 'redesign', 'attest', 'steward'] as const;
export type SourceForm = (typeof SOURCE_FORMS)[number];

/** A source at the right, with the form that a link asked for. */
export interface SourceOpen {
  groupId: string;
  ari: string;
  form: SourceForm | null;
}

/** The queue of the week, or what stands beyond its budget. */
export const QUEUE_PARTS = ['queue', 'backlog'] as const;
export type QueuePart = (typeof QUEUE_PARTS)[number];

/** An item at the right, with the bulk decision on it that was begun last. */
export interface ItemOpen {
  itemId: string;
  batchId: string | null;
}

export interface ReviewRoute {
  tab: 'review';
  /** A review that has ended; null for the one of the week. */
  past: string | null;
  part: QueuePart;
  item: ItemOpen | null;
  /** A source that an item led to: closed, the queue is there again. */
  source: SourceOpen | null;
  /** The case of a person of an item: closed, the item is there again. */
  case: CaseId | null;
}
export interface SourcesRoute {
  tab: 'sources';
  ari: string | null;
  text: string;
  sort: (typeof SOURCE_SORTS)[number];
  open: SourceOpen | null;
}
/** Columns of the table of cases that somebody can do without. */
export const CASE_COLUMNS = [
  'product',
  'seat',
  'paths',
  'signals',
  'findings',
  'last-active',
  'lane',
  'records',
] as const;
export type CaseColumnId = (typeof CASE_COLUMNS)[number];

export interface CasesRoute {
  tab: 'cases';
  filter: CaseFilter;
  sort: CaseSort;
  hidden: CaseColumnId[];
  open: CaseId | null;
  /** The bulk decision on cases that was begun last. */
  batchId: string | null;
}
/** What is handed over to identity owners; `text` narrows it. */
export interface HandedOverRoute {
  tab: 'handed-over';
  text: string;
}
/** Pools, their money and the savings in them; `poolId` and `state` narrow the savings. */
export interface SavingsRoute {
  tab: 'savings';
  poolId: string | null;
  state: SavingState | null;
}
/** What a register can be narrowed to: a state, or the end of what stood until a day that has come. */
export const REGISTER_STATES = [
  'over',
  ...STANDING_STATES,
  ...ROUTE_OUT_STATES,
  ...CHANGE_STATES,
  ...INTENT_STATES,
  ...BOUNDARY_STATES,
  ...ATTEMPT_STATES,
] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

export interface RegisterFilter {
  state: RegisterState | null;
  text: string;
}
export interface RecordsRoute {
  tab: 'records';
  kind: RegisterKind;
  filter: RegisterFilter;
  /** The id of the record at the right. */
  open: string | null;
}
/** `at`: the part to begin with; null for the top. */
export interface OverviewRoute {
  tab: 'overview';
  at: 'standouts' | null;
}
export type Route =
  | ReviewRoute
  | SourcesRoute
  | CasesRoute
  | HandedOverRoute
  | SavingsRoute
  | RecordsRoute
  | OverviewRoute
  | { tab: 'setup' };

export const noFilter: CaseFilter = {
  ari: null,
  owner: null,
  signal: null,
  finding: null,
  billable: null,
  groupId: null,
  way: null,
  protected: null,
  text: '',
};
/** Whether a filter leaves anything out; spaces search for nothing. */
export function isFiltered({ text, ...filter }: CaseFilter): boolean {
  return text.trim() !== '' || Object.values(filter).some((value) => value !== null);
}
/** Most urgent first. */
export const firstSort: CaseSort = { by: 'findings', direction: 'descending' };

/** A register, whole. */
export function toRegister(kind: RegisterKind): RecordsRoute {
  return { tab: 'records', kind, filter: { state: null, text: '' }, open: null };
}

/** The review of this week, with one part of its list. */
export function toQueue(part: QueuePart): ReviewRoute {
  return { tab: 'review', past: null, part, item: null, source: null, case: null };
}

/** A review that has ended, by the id of its cycle. */
export function toPastReview(past: string): ReviewRoute {
  return { ...toQueue('queue'), past };
}

/** The table of the cases that a filter leaves. */
export function toCases(filter: CaseFilter): CasesRoute {
  return { tab: 'cases', filter, sort: firstSort, hidden: [], open: null, batchId: null };
}

/** One case over the whole decision table. */
export function toCase(open: CaseId): CasesRoute {
  return { ...toCases(noFilter), open };
}

/** The cases that come through a source. */
export function toCasesOf({ groupId, ari }: Pick<SourceOpen, 'groupId' | 'ari'>): CasesRoute {
  return toCases({ ...noFilter, groupId, ari });
}

/** One source over the list of all. */
export function toSource(open: SourceOpen): SourcesRoute {
  return { tab: 'sources', ari: null, text: '', sort: 'seats', open };
}
