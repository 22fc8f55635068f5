import type { Snapshot } from '../contracts/snapshot';
import { collectExtraPaths, type ExtraPath } from './extra-paths';
import { growing } from '../columns/growing';
import { NO_GRANT, type PathTable, VIA_DIRECT, VIA_GROUP, VIA_INFERRED, VIA_UNEXPLAINED } from './path-table';

/**
 * Every path by which an account of the snapshot reaches a resource: one row for each group that
 * grants it something there, one for its direct roles, one for inferred roles, one for roles that
 * nothing explains. Order: see `PathTable`. Pure; time and memory are linear in the paths.
 */
export function tracePaths(snapshot: Snapshot): PathTable {
  const { grants, memberships, accounts } = snapshot;
  const extras = collectExtraPaths(snapshot);
  const caseAccount = growing((n) => new Uint32Array(n));
  const caseResource = growing((n) => new Uint16Array(n));
  const rowStart = growing((n) => new Uint32Array(n));
  const rowCase = growing((n) => new Uint32Array(n));
  const rowVia = growing((n) => new Uint8Array(n));
  const rowGrant = growing((n) => new Uint32Array(n));
  const rowRoleSet = growing((n) => new Uint16Array(n));

  const openCase = (account: number, resource: number): void => {
    caseAccount.push(account);
    caseResource.push(resource);
    rowStart.push(rowVia.length);
  };
  const addRow = (via: number, grant: number, roleSet: number): void => {
    rowCase.push(caseAccount.length - 1);
    rowVia.push(via);
    rowGrant.push(grant);
    rowRoleSet.push(roleSet);
  };

  const extraRoleSets: (readonly string[])[] = [];
  const addExtraRows = (extra: ExtraPath): void => {
    for (const [via, roles] of [
      [VIA_DIRECT, extra.direct],
      [VIA_INFERRED, extra.inferred],
      [VIA_UNEXPLAINED, extra.unexplained],
    ] as const) {
      if (roles.length === 0) continue;
      addRow(via, NO_GRANT, extraRoleSets.push(roles) - 1);
    }
  };

  const reached: number[] = [];
  let nextExtra = 0;
  for (let account = 0; account < accounts.ids.length; account += 1) {
    reached.length = 0;
    for (let m = memberships.offsets[account]!; m < memberships.offsets[account + 1]!; m += 1) {
      const group = memberships.groups[m]!;
      for (let g = grants.offsets[group]!; g < grants.offsets[group + 1]!; g += 1) reached.push(g);
    }
    // Memberships ascend, so grants already ascend by group; a stable sort by resource keeps that.
    if (reached.length > 1) reached.sort((a, b) => grants.resource[a]! - grants.resource[b]! || a - b);

    let at = 0;
    for (;;) {
      const extra = extras[nextExtra];
      const extraResource = extra?.account === account ? extra.resource : Infinity;
      const groupResource = at < reached.length ? grants.resource[reached[at]!]! : Infinity;
      const resource = Math.min(extraResource, groupResource);
      if (resource === Infinity) break;
      openCase(account, resource);
      while (at < reached.length && grants.resource[reached[at]!] === resource) {
        addRow(VIA_GROUP, reached[at]!, grants.roleSet[reached[at]!]!);
        at += 1;
      }
      if (extra && extraResource === resource) {
        addExtraRows(extra);
        nextExtra += 1;
      }
    }
  }
  rowStart.push(rowVia.length);
  return {
    caseAccount: caseAccount.done(),
    caseResource: caseResource.done(),
    rowStart: rowStart.done(),
    rowCase: rowCase.done(),
    rowVia: rowVia.done(),
    rowGrant: rowGrant.done(),
    rowRoleSet: rowRoleSet.done(),
    extraRoleSets,
  };
}
