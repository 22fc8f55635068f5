import type { ScanReport } from '../../src/contracts/coverage';
import { FINDINGS, OWNERS } from '../../src/contracts/vocabulary';
import type { DecisionTable } from '../../src/decision/tell';
import { bitOf, IS, UNKNOWN } from '../../src/decision/columns';
import { listAnomalies } from '../../src/decision/anomalies';

export interface Summary {
  readonly org: { readonly id: string; readonly name: string };
  readonly verdict: ScanReport['verdict'];
  readonly reasons: readonly string[];
  readonly accounts: number;
  readonly cases: number;
  readonly rows: number;
  readonly seats: { readonly billed: number; readonly unknown: number };
  readonly split: number;
  readonly byOwner: Readonly<Record<string, { rows: number; billed: number }>>;
  readonly byProduct: Readonly<Record<string, { cases: number; billed: number }>>;
  /** Rows that carry each finding. */
  readonly findings: Readonly<Record<string, number>>;
  readonly anomalies: number;
  readonly requests: number;
}

const count = (column: Uint8Array, code: number): number =>
  column.reduce((sum, one) => sum + Number(one === code), 0);

/** The numbers of a trace, for the table at its end and for `--json`. */
export function summarise(table: DecisionTable, report: ScanReport): Summary {
  const { snapshot, paths, columns } = table;
  const rowsOf = (owner: number): number[] =>
    [...columns.rowOwner.keys()].filter((row) => columns.rowOwner[row] === owner);
  return {
    org: snapshot.org,
    verdict: report.verdict,
    reasons: report.reasons,
    accounts: snapshot.accounts.ids.length,
    cases: paths.caseAccount.length,
    rows: paths.rowVia.length,
    seats: { billed: count(columns.caseBillable, IS), unknown: count(columns.caseBillable, UNKNOWN) },
    split: count(columns.caseSplit, 1),
    byOwner: Object.fromEntries(
      OWNERS.map((owner, code) => {
        const rows = rowsOf(code);
        return [
          owner,
          { rows: rows.length, billed: rows.filter((row) => columns.rowBillable[row] === IS).length },
        ];
      }),
    ),
    byProduct: Object.fromEntries(
      snapshot.resources.map((resource, code) => {
        const cases = [...paths.caseResource.keys()].filter((c) => paths.caseResource[c] === code);
        const billed = cases.filter((c) => columns.caseBillable[c] === IS).length;
        return [resource.ari, { cases: cases.length, billed }];
      }),
    ),
    findings: Object.fromEntries(
      FINDINGS.map((finding) => {
        const bit = bitOf(FINDINGS, finding);
        return [finding, columns.rowFindings.reduce((sum, mask) => sum + Number((mask & bit) !== 0), 0)];
      }),
    ),
    anomalies: listAnomalies(snapshot, paths, table.ownership).length,
    requests: report.requests.total,
  };
}

const grouped = new Intl.NumberFormat('en-US');
const cell = (value: string | number): string => (typeof value === 'number' ? grouped.format(value) : value);

/** Rows as aligned columns: the first to the left, numbers to the right. */
function align(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => cell(row[column]!).length)));
  return rows.map((row) =>
    row
      .map((value, column) => {
        const text = cell(value);
        return column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** The summary as a person reads it at the end of a trace. */
export function renderSummary(summary: Summary, productNames: ReadonlyMap<string, string>): string {
  const seatWord = summary.seats.unknown === 0 ? '' : `, ${grouped.format(summary.seats.unknown)} not known`;
  const found = Object.entries(summary.findings).filter(([, rows]) => rows > 0);
  const blocks = [
    [
      `${summary.org.name}: ${grouped.format(summary.accounts)} accounts, ${grouped.format(summary.seats.billed)} billed seats${seatWord}`,
      `${grouped.format(summary.cases)} cases, ${grouped.format(summary.rows)} paths, ${grouped.format(summary.split)} cases with synced and local paths side by side`,
    ],
    align([
      ['Who owns the path', 'paths', 'billed'],
      ...Object.entries(summary.byOwner)
        .filter(([, { rows }]) => rows > 0)
        .map(([owner, { rows, billed }]) => [owner, rows, billed]),
    ]),
    align([
      ['Product', 'cases', 'billed seats'],
      ...Object.entries(summary.byProduct).map(([ari, { cases, billed }]) => [
        productNames.get(ari) ?? ari,
        cases,
        billed,
      ]),
    ]),
    found.length === 0
      ? ['Findings: none']
      : align([
          ['Finding (a fact, not yet a task)', 'paths'],
          ...found.map(([finding, rows]) => [finding, rows]),
        ]),
    [
      `Scan ${summary.verdict}, ${grouped.format(summary.requests)} requests, ${grouped.format(summary.anomalies)} anomalies`,
      ...summary.reasons.map((reason) => `  - ${reason}`),
    ],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
