import type { CompactGroup, CompactWorld } from './compact-world';

export interface CompactRow {
  readonly group: number;
  readonly owner: 'idp-owned' | 'default-group' | 'local-group' | 'unknown';
  readonly decision: 'route-out' | 'review-default-group' | 'review-local-access' | 'hold';
  readonly findings: readonly string[];
}

export interface CompactCase {
  readonly account: number;
  readonly resource: number;
  readonly split: boolean;
  readonly signals: readonly string[];
  readonly rows: readonly CompactRow[];
}

/** Every case of a compact world, straight from the contract's settled points: one loop inside the other. */
export function compactCases(world: CompactWorld): CompactCase[] {
  const cases: CompactCase[] = [];
  for (let account = 0; account < world.accounts.length; account += 1) {
    for (let resource = 0; resource < world.resources; resource += 1) {
      const found = compactCase(world, account, resource);
      if (found.rows.length > 0) cases.push(found);
    }
  }
  return cases;
}

function compactCase(world: CompactWorld, account: number, resource: number): CompactCase {
  const paths: { group: number; owner: CompactRow['owner'] }[] = [];
  for (let group = 0; group < world.groups.length; group += 1) {
    const isMember = (world.accounts[account]! & (1 << group)) !== 0;
    if (!isMember || world.groups[group]!.grants[resource] === 'none') continue;
    paths.push({ group, owner: ownerOf(world.groups[group]!, resource) });
  }
  const hasIdp = paths.some((path) => path.owner === 'idp-owned');
  const hasDefault = paths.some((path) => path.owner === 'default-group');
  const split = hasIdp && (hasDefault || paths.some((path) => path.owner === 'local-group'));
  const signals: string[] = [];
  if (hasIdp) signals.push('idp-synced-group');
  if (hasDefault) signals.push('default-group-access');
  if (split) signals.push('scim-and-local-paths');
  const rows = paths.map(({ group, owner }) => {
    const findings: string[] = [];
    if (split) findings.push('mixed-paths');
    if (owner === 'default-group') findings.push('unproven-default');
    if (owner === 'local-group') findings.push('unproven-local');
    if (owner === 'unknown') {
      findings.push(world.groups[group]!.source === 'unsaid' ? 'owner-unknown' : 'contradiction');
    }
    return { group, owner, decision: decisionOf(owner), findings };
  });
  return { account, resource, split, signals, rows };
}

function ownerOf(group: CompactGroup, resource: number): CompactRow['owner'] {
  const isDefault = group.grants[resource] === 'default';
  if (group.source === 'unsaid' || group.source === 'contradiction') return 'unknown';
  if (group.source === 'synced') return isDefault ? 'unknown' : 'idp-owned';
  return isDefault ? 'default-group' : 'local-group';
}

function decisionOf(owner: CompactRow['owner']): CompactRow['decision'] {
  if (owner === 'idp-owned') return 'route-out';
  if (owner === 'default-group') return 'review-default-group';
  return owner === 'local-group' ? 'review-local-access' : 'hold';
}
