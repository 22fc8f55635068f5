import {
  type Decision,
  DECISIONS,
  FINDINGS,
  type Finding,
  OWNERS,
  type Owner,
  SIGNALS,
  type Signal,
} from '../contracts/vocabulary';
import type { SeatWay } from '../contracts/overview';
import { bitOf, IS, IS_NOT, membersOf, UNKNOWN } from './columns';
import { goesWay } from './seat-flows';
import type { DecisionTable } from './tell';

/** Which cases are asked for. A null matches every case. */
export interface CaseQuery {
  readonly ari: string | null;
  readonly owner: Owner | null;
  readonly signal: Signal | null;
  readonly finding: Finding | 'any' | null;
  readonly billable: boolean | 'unknown' | null;
  readonly groupId: string | null;
  readonly way: SeatWay | null;
  /** What else a case has to be, that the table alone does not tell; null where nothing is asked. */
  readonly matches: ((c: number) => boolean) | null;
  readonly visible: (resource: number) => boolean;
}

export interface Facets {
  readonly product: Record<string, number>;
  readonly owner: Record<string, number>;
  readonly signal: Record<string, number>;
  readonly finding: Record<string, number>;
}

export interface FilteredCases {
  /** Cases a person may see at all. */
  readonly total: number;
  readonly matched: Uint32Array;
  readonly seats: number;
  /** For each value of each filter, how many cases it would show, given the other filters. */
  readonly facets: Facets;
}

/** What the rows of one case have between them, as masks over the closed lists. */
export interface CaseMasks {
  readonly owners: number;
  readonly findings: number;
  readonly decisions: number;
}

export function masksOfCase({ paths, columns }: DecisionTable, c: number): CaseMasks {
  let owners = 0;
  let findings = 0;
  let decisions = 0;
  for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
    owners |= 1 << columns.rowOwner[row]!;
    findings |= columns.rowFindings[row]!;
    decisions |= 1 << columns.rowDecision[row]!;
  }
  return { owners, findings, decisions };
}

export const ownersIn = (mask: number): Owner[] => membersOf(OWNERS, mask);
export const findingsIn = (mask: number): Finding[] => membersOf(FINDINGS, mask);
export const decisionsIn = (mask: number): Decision[] => membersOf(DECISIONS, mask);

/** Filters all cases and counts the facets, in one pass. Pure. */
export function filterCases(table: DecisionTable, query: CaseQuery): FilteredCases {
  const { snapshot, paths, columns } = table;
  const resource = query.ari === null ? -1 : snapshot.resources.findIndex((one) => one.ari === query.ari);
  const group = query.groupId === null ? -1 : snapshot.groups.ids.indexOf(query.groupId);
  const ownerBit = query.owner === null ? 0 : bitOf(OWNERS, query.owner);
  const signalBit = query.signal === null ? 0 : bitOf(SIGNALS, query.signal);
  const findingBits =
    query.finding === null ? 0 : query.finding === 'any' ? -1 : bitOf(FINDINGS, query.finding);
  const seat =
    query.billable === null ? null : query.billable === 'unknown' ? UNKNOWN : query.billable ? IS : IS_NOT;

  const matched: number[] = [];
  const counts = {
    product: new Uint32Array(snapshot.resources.length),
    owner: new Uint32Array(OWNERS.length),
    signal: new Uint32Array(SIGNALS.length),
    finding: new Uint32Array(FINDINGS.length),
  };
  let anyFinding = 0;
  let total = 0;
  let seats = 0;
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    const at = paths.caseResource[c]!;
    if (!query.visible(at)) continue;
    total += 1;
    if (seat !== null && columns.caseBillable[c] !== seat) continue;
    if (group !== -1 && !hasGroup(table, c, group)) continue;
    if (query.way !== null && !goesWay(table, query.way, c)) continue;
    if (query.matches && !query.matches(c)) continue;
    const { owners, findings } = masksOfCase(table, c);
    const signals = columns.caseSignals[c]!;
    const product = query.ari === null || at === resource;
    const owner = ownerBit === 0 || (owners & ownerBit) !== 0;
    const signal = signalBit === 0 || (signals & signalBit) !== 0;
    const finding = findingBits === 0 || (findings & findingBits) !== 0;
    const failed = Number(!product) + Number(!owner) + Number(!signal) + Number(!finding);
    if (failed > 1) continue;
    // A filter that alone stands in the way would let the case in if its value were another.
    if (failed === 0 || !product) counts.product[at]! += 1;
    if (failed === 0 || !owner) countBits(counts.owner, owners);
    if (failed === 0 || !signal) countBits(counts.signal, signals);
    if (failed === 0 || !finding) {
      countBits(counts.finding, findings);
      if (findings !== 0) anyFinding += 1;
    }
    if (failed === 1) continue;
    matched.push(c);
    if (columns.caseBillable[c] === IS) seats += 1;
  }
  const facets = {
    product: named(
      snapshot.resources.map(({ ari }) => ari),
      counts.product,
    ),
    owner: named(OWNERS, counts.owner),
    signal: named(SIGNALS, counts.signal),
    finding: { ...named(FINDINGS, counts.finding), ...(anyFinding === 0 ? {} : { any: anyFinding }) },
  };
  return { total, matched: Uint32Array.from(matched), seats, facets };
}

/** Adds one to the counter of each bit that is set. */
function countBits(counters: Uint32Array, mask: number): void {
  for (let bit = 0; mask >> bit !== 0; bit += 1) if ((mask & (1 << bit)) !== 0) counters[bit]! += 1;
}

/** Counters by name; those at zero are left out. */
function named(names: readonly string[], counters: Uint32Array): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, counters[at]!] as const).filter(([, n]) => n > 0));
}

function hasGroup({ snapshot, paths }: DecisionTable, c: number, group: number): boolean {
  for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
    if (snapshot.grants.group[paths.rowGrant[row]!] === group) return true;
  }
  return false;
}
