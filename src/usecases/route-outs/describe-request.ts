import type { RequestIssue } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { tellFindings } from '../../evidence/finding-words';
import type { RequestText } from '../../evidence/request-issue';
import { type DecisionTable, caseTeller } from '../../decision/tell';
import { indexScimGroups } from '../../ownership/idp-link';
import { ownershipRules } from '../../ownership/rules';
import { indexRows } from '../../review/queue/row-index';
import { becauseOf } from '../../review/route-outs/request-kind';
import { ApiError } from '../../atlassian/errors';
import type { ScimUserFacts } from '../../atlassian/scim';
import { currentTable } from '../decision-table';
import { UseCaseError } from '../errors';
import type { Ports } from '../ports';
import { groupFacts } from './group-facts';
import { providerUsers } from './provider-users';
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
    people: peopleOf(table, rows, await namesAtProvider(ports, issue, rows)),
    reach: facts.reach,
    because: becauseOf(issue.request, { ...facts, profile, rows: rows.length }),
    ownerBecause: first?.because ?? rule.because,
    assumedProvider:
      first?.owner !== 'idp-owned' ||
      indexScimGroups(table.snapshot)(issue.groupName)?.scimDirectoryId !== issue.idpId,
    reasons: rows.map(({ record: { recordedBy, reason } }) => ({ by: recordedBy, reason })),
    scannedAt: published.report.finishedAt,
    complete: published.report.verdict === 'complete',
    source: { url: rule.source, checked: rule.checked },
    deskUrl: await deskUrl(ports),
  };
}

/** Where the desk is. An issue does not wait for it: without, it says in words where the desk stands. */
async function deskUrl({ deskPath, jiraAsApp }: Ports): Promise<string | null> {
  if (deskPath === null) return null;
  try {
    return `${await jiraAsApp.siteUrl()}${deskPath}`;
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

/** Names at the provider help to find people there. An issue does not wait for them: without, they are not known. */
async function namesAtProvider(
  ports: Ports,
  { idpId }: RequestIssue,
  rows: readonly StoredRow[],
): Promise<ReadonlyMap<string, ScimUserFacts>> {
  try {
    return await providerUsers(ports, idpId, new Set(rows.map(({ record }) => record.row.accountId)));
  } catch (error) {
    if (error instanceof UseCaseError) return new Map();
    throw error;
  }
}

function peopleOf(
  table: DecisionTable,
  rows: readonly StoredRow[],
  atProvider: ReadonlyMap<string, ScimUserFacts>,
): RequestText['people'] {
  const rowOf = indexRows(table);
  const tell = caseTeller(table);
  const { resources } = table.snapshot;
  return rows.map(({ record: { row, evidence } }) => {
    const at = rowOf(row);
    const found = tellFindings(evidence);
    const product = resources.find(({ ari }) => ari === row.ari)?.name ?? row.ari;
    const asked = {
      accountId: row.accountId,
      userName: atProvider.get(row.accountId)?.userName ?? null,
      externalId: atProvider.get(row.accountId)?.externalId ?? null,
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
