import type { DecisionCase, DecisionRow } from '../../contracts/decisions';
import type { Evidence, RowRef } from '../../contracts/evidence';
import type { SourceAttestation } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { ApiError } from '../../atlassian/errors';
import { ALL_DIRECTORIES, type OrganizationApi } from '../../atlassian/organization';
import type { UserRoleAnswer } from '../../atlassian/schemas/organization';
import { canonicalText } from '../../evidence/chain';
import { caseTeller } from '../../decision/tell';
import { openBook } from '../../review/book';
import { showActivity } from '../activity';
import { currentTable, findCase, visibleResources } from '../decision-table';
import { explainApiError, UseCaseError } from '../errors';
import { openOrganization } from '../organization-access';
import type { CallerContext, Ports, Published } from '../ports';

export interface RecordBasis {
  readonly one: DecisionCase;
  readonly row: DecisionRow;
  readonly product: string;
  readonly published: Published;
  /** Somebody's word on who owns the group, where no API tells and it holds. */
  readonly attested: SourceAttestation | null;
}

/** The row that a record is about, as the last scan saw it. Throws NOT_FOUND. */
export async function findRow(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  ref: RowRef,
): Promise<RecordBasis> {
  const current = await currentTable(ports, settings);
  const c = findCase(current, visibleResources(current.table, settings, caller), ref.accountId, ref.ari);
  const one = caseTeller(current.table)(c);
  const row = one.rows.find(({ path }) => path.via === ref.via && (path.groupId ?? null) === ref.groupId);
  if (!row) throw new UseCaseError('NOT_FOUND', 'The last scan found no such path of this account.');
  const product = current.table.snapshot.resources[current.table.paths.caseResource[c]!]!.name;
  const attested = row.owner === 'unknown' ? await attestationOf(ports, ref.groupId) : null;
  return { one, row, product, published: current.published, attested };
}

async function attestationOf(ports: Ports, groupId: string | null): Promise<SourceAttestation | null> {
  const book = openBook(await ports.records.list('source-attestation'), ports.clock.now());
  return book.attestations.get(groupId ?? '') ?? null;
}

/**
 * What a record keeps: the scan's facts, and the account's own role assignments read at this moment.
 * Refuses where the account is no longer in the group: a decision about access that is gone would be
 * evidence of nothing.
 */
export async function gatherEvidence(
  ports: Ports,
  settings: Settings,
  basis: RecordBasis,
): Promise<Evidence> {
  const { one, row, published } = basis;
  const { scanId, report } = published;
  const organization = await openOrganization(ports, settings);
  const roleAssignments = await readAgain(organization, one, row).catch((error: unknown) => {
    throw error instanceof ApiError ? explainApiError(error) : error;
  });
  return {
    scanId,
    scannedAt: report.finishedAt,
    verdict: report.verdict,
    owner: row.owner,
    rule: row.rule,
    because: row.because,
    roles: row.path.roles,
    groupName: row.path.groupName ?? null,
    findings: row.findings,
    billable: one.billable,
    billableBecause: one.billableBecause,
    lastActive: activityInRecord(one.lastActive, report.finishedAt, settings),
    identityScim: one.identity.scim,
    roleAssignments: canonicalText(roleAssignments),
    roleAssignmentsReadAt: new Date(ports.clock.now()).toISOString(),
  };
}

async function readAgain(
  organization: OrganizationApi,
  { accountId, ari }: DecisionCase,
  row: DecisionRow,
): Promise<{ resource: string; directory: string | null; roles: unknown }[]> {
  const { groupId } = row.path;
  if (groupId !== undefined) {
    const { items } = await organization.users(ALL_DIRECTORIES, null, { accountIds: [accountId] });
    const user = items?.find((one) => one.accountId === accountId);
    const groups = items !== null && user === undefined ? [] : user?.groups;
    if (!groups) {
      throw new UseCaseError(
        'EVIDENCE_INCOMPLETE',
        'Missing: the account’s groups as they are now; the API left them out.',
      );
    }
    if (!groups.some((group) => group.id === groupId)) {
      throw new UseCaseError(
        'NOT_FOUND',
        'The account is no longer in this group. Scan again before you decide.',
      );
    }
  }
  const entries: UserRoleAnswer[] = [];
  let cursor: string | null = null;
  do {
    const page = await organization.userRoles(ALL_DIRECTORIES, accountId, cursor);
    if (page.items === null) {
      throw new UseCaseError(
        'EVIDENCE_INCOMPLETE',
        'Missing: the account’s role assignments; the API left them out.',
      );
    }
    entries.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  // Of this product only: a record is read by admins of its site, who may not know of the others.
  const here = entries.filter((entry) => entry.resourceId === ari);
  return here.map((entry) => ({
    resource: entry.resourceId,
    directory: entry.directoryId ?? null,
    roles: (entry.roleAssignments ?? []).map((one) => ({
      role: one.role,
      methods: one.roleAssignmentMethods ?? [],
    })),
  }));
}

/** Last activity as the owner lets it be shown: a record outlives the setting it was made under. */
function activityInRecord(lastActive: string, scannedAt: string, settings: Settings): string {
  const at = Date.parse(lastActive);
  if (Number.isNaN(at)) return lastActive;
  const shown = showActivity(at, Date.parse(scannedAt), settings.review.activityShownAs);
  return 'at' in shown ? shown.at : shown.bucket;
}
