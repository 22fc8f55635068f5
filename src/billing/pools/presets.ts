import { ATLASSIAN_PAGES, PAGES_CHECKED } from '../../contracts/atlassian-pages';
import type { Pool } from '../../contracts/money';
import type { Resource } from '../../contracts/snapshot';

/** What is bought together under one kind of plan, and how its seats are counted. */
export interface PoolPreset {
  readonly id: 'standard' | 'enterprise' | 'teamwork-collection';
  readonly name: string;
  /** Type keys of the products that it can hold; null for any. */
  readonly products: readonly string[] | null;
  /** What makes one pool: each resource, a product on all sites, or everything. */
  readonly together: 'resource' | 'product' | 'organization';
  readonly countedPer: Pool['countedPer'];
  readonly because: string;
  readonly source: string;
  readonly checked: string;
}

export const poolPresets: readonly PoolPreset[] = [
  {
    id: 'standard',
    name: 'Free, Standard or Premium plan',
    products: null,
    together: 'resource',
    countedPer: 'resource',
    because: 'Each product on each site is a subscription of its own: a person on two sites is billed twice.',
    source: ATLASSIAN_PAGES.billedUsers,
    checked: PAGES_CHECKED,
  },
  {
    id: 'enterprise',
    name: 'Enterprise plan',
    products: null,
    together: 'product',
    countedPer: 'person',
    because: 'One subscription holds all sites of a product, and a person on several of them is billed once.',
    source: ATLASSIAN_PAGES.enterpriseBill,
    checked: PAGES_CHECKED,
  },
  {
    id: 'teamwork-collection',
    name: 'Teamwork Collection',
    products: ['jira-software', 'confluence', 'loom'],
    together: 'organization',
    countedPer: 'person',
    because:
      'Jira, Confluence and Loom have one price, and a person is billed once however many of them he has: a seat is free only without all three.',
    source: ATLASSIAN_PAGES.collectionBill,
    checked: PAGES_CHECKED,
  },
];

/** The members of each pool that a preset makes of the products of an organization; sandboxes are never billed. */
export function membersUnder(preset: PoolPreset, resources: readonly Resource[]): string[][] {
  const pools = new Map<string, string[]>();
  for (const { ari, typeKey, sandbox } of resources) {
    if (sandbox === true || (preset.products !== null && !preset.products.includes(typeKey))) continue;
    const one = { resource: ari, product: typeKey, organization: '' }[preset.together];
    pools.set(one, [...(pools.get(one) ?? []), ari]);
  }
  return [...pools.values()];
}
