import type { Input } from '../contracts/api';
import type { Settings } from '../contracts/settings';
import type { Protection } from '../contracts/records';
import type { CaseLine, CaseList, PathMark } from '../contracts/case-views';
import { DECISIONS, OWNERS, SIGNALS } from '../contracts/vocabulary';
import { VIA_NAMES } from '../access/path-table';
import { ALL_DIRECTORIES } from '../atlassian/organization';
import { certaintyOf, membersOf } from '../decision/columns';
import {
  decisionsIn,
  filterCases,
  type FilteredCases,
  findingsIn,
  masksOfCase,
  ownersIn,
} from '../decision/filter';
import { sortCases } from '../decision/sort';
import type { DecisionTable } from '../decision/tell';
import { indexScimGroups } from '../ownership/idp-link';
import { showActivity } from './activity';
import { type CurrentTable, currentTable, visibleResources } from './decision-table';
import { openOrganization } from './organization-access';
import { namePeople } from './people';
import type { CallerContext, Ports } from './ports';
import { protectionsNow } from './records/protections-now';
import { recordsByCase } from './records/records-by-case';

/** People that a search by name or address may bring; more would mean the text says too little. */
const MAX_FOUND_PEOPLE = 300;

/** What a filter leaves of the decision table of now, in the order asked for. */
export interface FoundCases extends CurrentTable {
  readonly found: FilteredCases;
  /** Indexes of cases. */
  readonly sorted: Uint32Array;
  readonly protectionOf: (account: number) => Protection | null;
}

/** Filters and sorts everything that the person may see. Throws NO_SNAPSHOT. */
export async function findCases(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { filter: asked, sort }: Pick<Input<'cases/list'>, 'filter' | 'sort'>,
): Promise<FoundCases> {
  const { published, table } = await currentTable(ports, settings);
  const visible = visibleResources(table, settings, caller);
  const { text, protected: wanted, ...filter } = asked;
  const matchesText = text.trim() === '' ? null : await textMatcher(ports, settings, table, text.trim());
  const protectionOf = await protectionsNow(ports, table);
  const isWanted = (c: number): boolean =>
    (protectionOf(table.paths.caseAccount[c]!) !== null) === wanted && (matchesText?.(c) ?? true);
  const matches = wanted === null ? matchesText : isWanted;
  const found = filterCases(table, { ...filter, matches, visible });
  const sorted = sortCases(table, found.matched, sort.by, sort.direction);
  return { published, table, found, sorted, protectionOf };
}

/** One page of the decision table, filtered and sorted over everything, with names only for what is shown. */
export async function listCases(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  input: Input<'cases/list'>,
): Promise<CaseList> {
  const { published, table, found, sorted, protectionOf } = await findCases(ports, settings, caller, input);
  const visible = visibleResources(table, settings, caller);
  const shown = [...sorted.subarray(input.offset, input.offset + input.limit)];

  const { snapshot, paths, columns } = table;
  const accountOf = (c: number): string => snapshot.accounts.ids[paths.caseAccount[c]!]!;
  const personOf = await namePeople(ports, settings, shown.map(accountOf));
  const recordsOf = await recordsByCase(ports);
  const scannedAt = published.report.finishedAt;
  const pathsOf = pathTeller(table, settings);
  const lines = shown.map((c): CaseLine => {
    const masks = masksOfCase(table, c);
    const { ari, name } = snapshot.resources[paths.caseResource[c]!]!;
    return {
      person: personOf(accountOf(c)),
      ari,
      product: name,
      billable: certaintyOf(columns.caseBillable[c]!),
      owners: ownersIn(masks.owners),
      signals: membersOf(SIGNALS, columns.caseSignals[c]!),
      findings: findingsIn(masks.findings),
      decisions: decisionsIn(masks.decisions),
      activity: showActivity(
        columns.caseLastActive[c]!,
        Date.parse(scannedAt),
        settings.review.activityShownAs,
      ),
      protectedAs: protectionOf(paths.caseAccount[c]!)?.class ?? null,
      paths: pathsOf(c),
      records: recordsOf(accountOf(c), ari).counts,
    };
  });
  return {
    scanId: published.scanId,
    scannedAt,
    verdict: published.report.verdict,
    total: found.total,
    matched: found.matched.length,
    seats: found.seats,
    facets: found.facets,
    products: snapshot.resources.filter((_, index) => visible(index)).map(({ ari, name }) => ({ ari, name })),
    group: groupNamed(table, input.filter.groupId),
    lines,
  };
}

/** The paths of a case in short, each synced one with its provider. */
function pathTeller(
  { snapshot, paths, columns }: DecisionTable,
  { identityProviders }: Settings,
): (c: number) => PathMark[] {
  const scimGroupNamed = indexScimGroups(snapshot);
  const providerOf = (groupName: string): string | null => {
    const linked = scimGroupNamed(groupName)?.scimDirectoryId;
    return identityProviders.find(({ idpId }) => idpId === linked)?.name ?? null;
  };
  const tellRow = (row: number): PathMark => {
    const group = snapshot.grants.group[paths.rowGrant[row]!];
    const groupName = group === undefined ? null : snapshot.groups.names[group]!;
    const owner = OWNERS[columns.rowOwner[row]!]!;
    return {
      via: VIA_NAMES[paths.rowVia[row]!]!,
      groupId: group === undefined ? null : snapshot.groups.ids[group]!,
      groupName,
      owner,
      provider: owner === 'idp-owned' && groupName !== null ? providerOf(groupName) : null,
      decision: DECISIONS[columns.rowDecision[row]!]!,
      findings: findingsIn(columns.rowFindings[row]!),
      billable: certaintyOf(columns.rowBillable[row]!),
    };
  };
  return (c) =>
    Array.from({ length: paths.rowStart[c + 1]! - paths.rowStart[c]! }, (_, i) =>
      tellRow(paths.rowStart[c]! + i),
    );
}

function groupNamed({ snapshot }: DecisionTable, groupId: string | null): CaseList['group'] {
  const at = groupId === null ? -1 : snapshot.groups.ids.indexOf(groupId);
  return at === -1 ? null : { groupId: groupId!, name: snapshot.groups.names[at]! };
}

/** Matches account ids, group and product names here, and names and addresses at Atlassian, who keeps them. */
async function textMatcher(
  ports: Ports,
  settings: Settings,
  { snapshot, paths }: DecisionTable,
  text: string,
): Promise<(c: number) => boolean> {
  const wanted = text.toLowerCase();
  const people = await searchPeople(ports, settings, text);
  const accounts = snapshot.accounts.ids.map((id) => people.has(id) || id.toLowerCase().includes(wanted));
  const groups = snapshot.groups.names.map((name) => name.toLowerCase().includes(wanted));
  const resources = snapshot.resources.map(({ name }) => name.toLowerCase().includes(wanted));
  return (c) => {
    if (accounts[paths.caseAccount[c]!] || resources[paths.caseResource[c]!]) return true;
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      if (groups[snapshot.grants.group[paths.rowGrant[row]!] ?? -1]) return true;
    }
    return false;
  };
}

async function searchPeople(ports: Ports, settings: Settings, text: string): Promise<Set<string>> {
  const found = new Set<string>();
  const organization = await openOrganization(ports, settings).catch(() => null);
  if (organization === null) return found;
  let cursor: string | null = null;
  do {
    const page = await organization.users(ALL_DIRECTORIES, cursor, { searchTerm: text });
    for (const user of page.items ?? []) found.add(user.accountId);
    cursor = page.next;
  } while (cursor !== null && found.size < MAX_FOUND_PEOPLE);
  return found;
}
