import { type Output } from '../../src/contracts/api';
import { type CaseFilter, type CaseLine, type CaseList, type CaseSort } from '../../src/contracts/case-views';
import { FINDINGS, OWNERS, SIGNALS } from '../../src/contracts/vocabulary';
import { exampleSources, PRODUCTS, SCAN_ID, SCANNED_AT } from './example-org';

interface Wanted {
  filter: CaseFilter;
  sort: CaseSort;
  offset: number;
  limit: number;
}

/** Lists cases as the app would; what a filter leaves is worked out once. */
export function createCaseLister(cases: readonly CaseLine[]): (wanted: Wanted) => Output<'cases/list'> {
  const known = new Map<string, Pick<Output<'cases/list'>, 'facets' | 'seats'> & { matched: CaseLine[] }>();
  return ({ filter, sort, offset, limit }) => {
    const key = JSON.stringify(filter);
    const { matched, ...counted } = known.get(key) ?? countCases(cases, filter);
    known.set(key, { matched, ...counted });
    const turn = sort.direction === 'ascending' ? 1 : -1;
    const lines = [...matched].sort((a, b) => turn * COMPARE[sort.by](a, b)).slice(offset, offset + limit);
    return {
      scanId: SCAN_ID,
      scannedAt: SCANNED_AT,
      verdict: 'complete',
      total: cases.length,
      matched: matched.length,
      ...counted,
      products: PRODUCTS.map(({ ari, name }) => ({ ari, name })),
      group: nameGroup(filter.groupId),
      lines,
    };
  };
}

const COMPARE: Readonly<Record<CaseSort['by'], (a: CaseLine, b: CaseLine) => number>> = {
  account: (a, b) => (a.person.name ?? '').localeCompare(b.person.name ?? ''),
  product: (a, b) => a.product.localeCompare(b.product),
  findings: (a, b) => a.findings.length - b.findings.length,
  'last-active': () => 0,
  paths: (a, b) => a.paths.length - b.paths.length,
};

function countCases(
  cases: readonly CaseLine[],
  filter: CaseFilter,
): Pick<Output<'cases/list'>, 'facets' | 'seats'> & { matched: CaseLine[] } {
  const matched = filterCases(cases, filter);
  const count = (change: Partial<CaseFilter>): number => filterCases(cases, { ...filter, ...change }).length;
  const findings = ['any', ...FINDINGS] as const;
  return {
    matched,
    seats: matched.filter((line) => line.billable === true).length,
    facets: {
      product: Object.fromEntries(PRODUCTS.map(({ ari }) => [ari, count({ ari })])),
      owner: Object.fromEntries(OWNERS.map((owner) => [owner, count({ owner })])),
      signal: Object.fromEntries(SIGNALS.map((signal) => [signal, count({ signal })])),
      finding: Object.fromEntries(findings.map((finding) => [finding, count({ finding })])),
    },
  };
}

function nameGroup(groupId: string | null): CaseList['group'] {
  const source = exampleSources().find((line) => line.groupId === groupId);
  return source === undefined ? null : { groupId: source.groupId, name: source.groupName };
}

/** The cases a filter leaves, by the plainest reading of its words. */
function filterCases(lines: readonly CaseLine[], filter: CaseFilter): CaseLine[] {
  const { ari, owner, signal, finding, billable } = filter;
  const text = filter.text.toLowerCase();
  return lines.filter(
    (line) =>
      (ari === null || line.ari === ari) &&
      (owner === null || line.owners.includes(owner)) &&
      (signal === null || line.signals.includes(signal)) &&
      (finding === null ||
        (finding === 'any' ? line.findings.length > 0 : line.findings.includes(finding))) &&
      (filter.protected === null || (line.protectedAs !== null) === filter.protected) &&
      (billable === null || line.billable === billable) &&
      (text === '' || `${line.person.name ?? ''} ${line.person.accountId}`.toLowerCase().includes(text)),
  );
}
