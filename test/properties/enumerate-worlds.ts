import type { CompactGroup, CompactWorld, GrantHere, Source } from './compact-world';

/** Groups of every kind for so many resources: each source with every combination of grants. */
export function everyGroup(sources: readonly Source[], resources: number): CompactGroup[] {
  return sources.flatMap((source) =>
    everyList<GrantHere>(['none', 'plain', 'default'], resources).map((grants) => ({ source, grants })),
  );
}

/**
 * The four classes that matter most: synced, local, unsaid, and "default on the first resource", which is local
 * on the others; each with every set of granted resources.
 */
export function plainGroups(resources: number): CompactGroup[] {
  const grantLists = everyList<GrantHere>(['none', 'plain'], resources);
  const first = (grants: readonly GrantHere[]): GrantHere[] =>
    grants.map((here, r) => (r === 0 && here === 'plain' ? 'default' : here));
  return [
    ...(['synced', 'local', 'unsaid'] as const).flatMap((source) =>
      grantLists.map((grants) => ({ source, grants })),
    ),
    ...grantLists.map((grants) => ({ source: 'local' as const, grants: first(grants) })),
  ];
}

/** Every sequence of `length` members. */
export function everyList<Item>(members: readonly Item[], length: number): Item[][] {
  let lists: Item[][] = [[]];
  for (let i = 0; i < length; i += 1) lists = lists.flatMap((list) => members.map((item) => [...list, item]));
  return lists;
}

/** A multiset of `size` members, as indexes in ascending order, and in how many orders its members can stand. */
export interface Multiset {
  readonly members: readonly number[];
  readonly orders: number;
}

export function everyMultiset(kinds: number, size: number): Multiset[] {
  const found: Multiset[] = [];
  const grow = (members: number[], from: number): void => {
    if (members.length === size) {
      found.push({ members: [...members], orders: ordersOf(members) });
      return;
    }
    for (let kind = from; kind < kinds; kind += 1) grow([...members, kind], kind);
  };
  grow([], 0);
  return found;
}

function ordersOf(members: readonly number[]): number {
  let orders = 1;
  let run = 0;
  members.forEach((member, at) => {
    run = at > 0 && members[at - 1] === member ? run + 1 : 1;
    orders = (orders * (at + 1)) / run;
  });
  return orders;
}

/**
 * Every world of exactly this size, up to the names of its groups and accounts. Renaming groups sorts them by
 * kind and permutes the bits of the memberships; renaming accounts then sorts them by membership; so each world
 * has a twin here. `orders` says how many (ordered groups) × (ordered accounts) it stands for, and these numbers
 * add up to all worlds of the size.
 */
export function* everyWorld(size: {
  accounts: number;
  groups: number;
  resources: number;
}): Generator<{ world: CompactWorld; orders: number }> {
  const kinds = plainGroups(size.resources);
  const crowds = everyMultiset(2 ** size.groups, size.accounts);
  for (const groups of everyMultiset(kinds.length, size.groups)) {
    const chosen = groups.members.map((kind) => kinds[kind]!);
    for (const crowd of crowds) {
      yield {
        world: { resources: size.resources, groups: chosen, accounts: crowd.members },
        orders: groups.orders * crowd.orders,
      };
    }
  }
}
