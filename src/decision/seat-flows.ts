import type { Cohort, Holder, SeatFlow, SeatWay } from '../contracts/overview';
import { NEVER_ACTIVE, SCIM_INACTIVE } from '../contracts/snapshot';
import { NO_GRANT, VIA_NAMES } from '../access/path-table';
import { IS, UNKNOWN } from './columns';
import { seatOwner } from './seat-owner';
import type { DecisionTable } from './tell';

/** How many groups and products are told by name; a picture of more shows nothing. */
export interface FlowLimits {
  readonly groups: number;
  readonly products: number;
}

/** How the holder of a seat stands. What the identity provider says comes before what was used. */
function cohortOf({ snapshot, paths, columns }: DecisionTable, c: number): Cohort {
  if (snapshot.accounts.scim[paths.caseAccount[c]!] === SCIM_INACTIVE) return 'scim-inactive';
  if (columns.caseInactive[c] === UNKNOWN) return 'unknown';
  if (columns.caseInactive[c] !== IS) return 'recent';
  return columns.caseLastActive[c] === NEVER_ACTIVE ? 'never-active' : 'inactive';
}

/** What a seat is held by, and the grant where that is one group. */
function holderOf(
  { paths, columns }: DecisionTable,
  c: number,
): { holder: Exclude<Holder, 'other-groups'>; grant: number } {
  let only = -1;
  for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
    if (columns.rowBillable[row] !== IS) continue;
    if (only !== -1) return { holder: 'several', grant: NO_GRANT };
    only = row;
  }
  return { holder: VIA_NAMES[paths.rowVia[only]!]!, grant: paths.rowGrant[only]! };
}

/** Whether a case is a billing seat that goes a way. */
export function goesWay(table: DecisionTable, { cohort, holder, owner }: SeatWay, c: number): boolean {
  if (table.columns.caseBillable[c] !== IS) return false;
  return (
    (cohort === null || cohortOf(table, c) === cohort) &&
    (holder === null || holderOf(table, c).holder === holder) &&
    (owner === null || seatOwner(table, c) === owner)
  );
}

/**
 * Every billing seat on the resources asked for, once: cohort, what holds it, product. The groups and products with
 * most seats are told by name, the others together; groups of different owners are never told as one. Pure.
 */
export function seatFlows(
  table: DecisionTable,
  wanted: (resource: number) => boolean,
  limits: FlowLimits,
): SeatFlow[] {
  const { snapshot, paths, columns } = table;
  const { grants, groups, resources } = snapshot;
  const held: { c: number; holder: Holder; group: number }[] = [];
  const ofGroup = new Map<number, number>();
  const ofProduct = new Map<number, number>();
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    const resource = paths.caseResource[c]!;
    if (columns.caseBillable[c] !== IS || !wanted(resource)) continue;
    const { holder, grant } = holderOf(table, c);
    const group = holder === 'group' ? grants.group[grant]! : -1;
    held.push({ c, holder, group });
    if (group !== -1) ofGroup.set(group, (ofGroup.get(group) ?? 0) + 1);
    ofProduct.set(resource, (ofProduct.get(resource) ?? 0) + 1);
  }
  const namedGroups = largest(ofGroup, limits.groups, (group) => groups.names[group]!);
  const namedProducts = largest(ofProduct, limits.products, (resource) => resources[resource]!.name);
  const flows = new Map<string, SeatFlow>();
  for (const { c, holder, group } of held) {
    const resource = paths.caseResource[c]!;
    const isNamed = namedGroups.has(group);
    const flow: SeatFlow = {
      cohort: cohortOf(table, c),
      holder: holder === 'group' && !isNamed ? 'other-groups' : holder,
      owner: seatOwner(table, c),
      group: isNamed ? { groupId: groups.ids[group]!, name: groups.names[group]! } : null,
      product: namedProducts.has(resource)
        ? { ari: resources[resource]!.ari, name: resources[resource]!.name }
        : null,
      seats: 1,
    };
    const key = JSON.stringify([
      flow.cohort,
      flow.holder,
      flow.owner,
      flow.group?.groupId,
      flow.product?.ari,
    ]);
    const known = flows.get(key);
    flows.set(key, known === undefined ? flow : { ...known, seats: known.seats + 1 });
  }
  return [...flows.values()].sort((a, b) => b.seats - a.seats);
}

/** The keys with the highest counts; where two are equal, the earlier name. */
function largest(
  counts: ReadonlyMap<number, number>,
  limit: number,
  nameOf: (key: number) => string,
): ReadonlySet<number> {
  const ranked = [...counts].sort(
    ([a, x], [b, y]) => y - x || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a - b),
  );
  return new Set(ranked.slice(0, limit).map(([key]) => key));
}
