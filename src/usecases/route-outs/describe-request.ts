import type { RequestIssue } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { tellFindings } from '../../evidence/finding-words';
import type { RequestText } from '../../evidence/request-issue';
import { type DecisionTable, caseTeller } from '../../decision/tell';
import { indexScimGroups } from '../../ownership/idp-link';
import { ownershipRules } from '../../ownership/rules';
import { indexRows } from '../../review/queue/row-index';
import { becauseOf } from '../../review/route-outs/request-kind';
import { currentTable } from '../decision-table';
import type { Ports } from '../ports';
import { groupFacts } from './group-facts';
import { profileOf, type StoredRow } from './requests';

/** Everything that an issue says, as the last scan and the records have it. */
export async function describeRequest(
  ports: Ports,
  settings: Settings,
  issue: RequestIssue,
  rows: readonly StoredRow[],
): Promise<RequestText> {
  const { table, published } = await currentTable(ports, settings);
  const profile = await profileOf(ports, issue);
  const first = rows[0]?.record.evidence;
  const rule = ownershipRules.find(({ id }) => id === first?.rule) ?? ownershipRules[0]!;
  const facts = groupFacts(table, published.report, issue.groupId);
  return {
    issue,
    profile,
    people: peopleOf(table, rows),
    reach: facts.reach,
    because: becauseOf(issue.request, { ...facts, profile, rows: rows.length }),
    ownerBecause: first?.because ?? rule.because,
    assumedProvider:
      first?.owner !== 'idp-owned' ||
      indexScimGroups(table.snapshot)(issue.groupName)?.scimDirectoryId !== issue.idpId,
    reasons: rows.map(({ record }) => record.reason),
    scannedAt: published.report.finishedAt,
    complete: published.report.verdict === 'complete',
    source: { url: rule.source, checked: rule.checked },
  };
}

function peopleOf(table: DecisionTable, rows: readonly StoredRow[]): RequestText['people'] {
  const rowOf = indexRows(table);
  const tell = caseTeller(table);
  const { resources } = table.snapshot;
  return rows.map(({ record: { row, evidence } }) => {
    const at = rowOf(row);
    const found = tellFindings(evidence.findings);
    const product = resources.find(({ ari }) => ari === row.ari)?.name ?? row.ari;
    const asked = {
      accountId: row.accountId,
      product,
      found: found === '' ? 'asked for by a reviewer' : found,
    };
    if (at === -1) return { ...asked, freedAlone: null, remains: [] };
    const one = tell(table.paths.rowCase[at]!);
    const others = one.rows.filter((other) => other.billable === true && other.path.groupId !== row.groupId);
    const remains = others.map(({ path }) =>
      path.via === 'group'
        ? `the group ${path.groupName ?? ''} also gives it`
        : 'a role of its own also gives it',
    );
    return {
      ...asked,
      freedAlone: one.billable === 'unknown' ? null : one.billable && others.length === 0,
      remains,
    };
  });
}
