import { SCIM_INACTIVE } from '../contracts/snapshot';
import type { Owner } from '../contracts/vocabulary';
import { ownershipRules } from '../ownership/rules';
import { IS } from './columns';
import type { DecisionTable } from './tell';

/** One group on one resource, with what comes through it. Indexes are those of the snapshot. */
export interface Source {
  readonly grant: number;
  readonly group: number;
  readonly resource: number;
  readonly owner: Owner;
  readonly people: number;
  /** Cases that bill and to which this group gives a role that bills. */
  readonly seats: number;
  /** Of those, the ones that no other path keeps. */
  readonly seatsOnlyHere: number;
  readonly inactive: number;
  readonly scimInactive: number;
}

/** Every grant of the organization as a source, in one pass over the rows. Pure. */
export function listSources({ snapshot, paths, ownership, columns }: DecisionTable): Source[] {
  const { grants } = snapshot;
  const make = (): Uint32Array => new Uint32Array(grants.group.length);
  const [people, seats, onlyHere, inactive, scimInactive] = [make(), make(), make(), make(), make()];
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    const first = paths.rowStart[c]!;
    const end = paths.rowStart[c + 1]!;
    let billing = 0;
    for (let row = first; row < end; row += 1) billing += Number(columns.rowBillable[row] === IS);
    for (let row = first; row < end; row += 1) {
      const grant = paths.rowGrant[row]!;
      if (grant >= grants.group.length) continue;
      people[grant]! += 1;
      if (columns.rowBillable[row] !== IS) continue;
      seats[grant]! += 1;
      if (billing === 1) onlyHere[grant]! += 1;
      if (columns.caseInactive[c] === IS) inactive[grant]! += 1;
      if (snapshot.accounts.scim[paths.caseAccount[c]!] === SCIM_INACTIVE) scimInactive[grant]! += 1;
    }
  }
  return Array.from(grants.group, (group, grant) => ({
    grant,
    group,
    resource: grants.resource[grant]!,
    owner: ownershipRules[ownership.ruleOfGrant[grant]!]!.owner,
    people: people[grant]!,
    seats: seats[grant]!,
    seatsOnlyHere: onlyHere[grant]!,
    inactive: inactive[grant]!,
    scimInactive: scimInactive[grant]!,
  }));
}
