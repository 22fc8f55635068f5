import { type DecisionCase, type DecisionsDocument, DECISIONS_FORMAT } from '../contracts/decisions';
import type { ScanReport } from '../contracts/coverage';
import { listAnomalies } from '../decision/anomalies';
import { caseTeller, type DecisionTable } from '../decision/tell';

export interface AppStamp {
  readonly name: string;
  readonly version: string;
}

/** Everything of decisions.json but its cases, which may be too many to hold at once. */
function headOf(table: DecisionTable, scan: ScanReport, app: AppStamp): Omit<DecisionsDocument, 'cases'> {
  const { snapshot } = table;
  return {
    format: DECISIONS_FORMAT,
    app,
    scan,
    org: snapshot.org,
    resources: snapshot.resources.map(({ ari, typeKey, name }) => ({ ari, typeKey, name })),
    anomalies: listAnomalies(snapshot, table.paths, table.ownership),
  };
}

/** Every case of a table, in the order of the contract. */
export function* tellCases(table: DecisionTable): Generator<DecisionCase> {
  const tell = caseTeller(table);
  for (let c = 0; c < table.paths.caseAccount.length; c += 1) yield tell(c);
}

/**
 * decisions.json in pieces, one case a line: a million cases never stand in memory as one text.
 * The same table gives the same bytes, but for what `scan` says of this run.
 */
export function* writeDecisions(table: DecisionTable, scan: ScanReport, app: AppStamp): Generator<string> {
  const head = JSON.stringify(headOf(table, scan, app), null, 1);
  yield `${head.slice(0, -2)},\n "cases": [`;
  let separator = '\n';
  for (const one of tellCases(table)) {
    yield `${separator}${JSON.stringify(one)}`;
    separator = ',\n';
  }
  yield '\n ]\n}\n';
}
