import type { Input } from '../contracts/api';
import type { Settings } from '../contracts/settings';
import type { SourceList } from '../contracts/views';
import { listSources as sourcesOf, type Source } from '../decision/sources';
import { currentTable, visibleResources } from './decision-table';
import type { CallerContext, Ports } from './ports';

/** One line per group on a product: where the rows come from. */
export async function listSources(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  input: Input<'sources/list'>,
): Promise<SourceList> {
  const { published, table } = await currentTable(ports, settings);
  const { snapshot } = table;
  const visible = visibleResources(table, settings, caller);
  const all = sourcesOf(table).filter((source) => visible(source.resource));
  const text = input.text.trim().toLowerCase();
  const nameOf = (source: Source): string => snapshot.groups.names[source.group]!;
  const productOf = (source: Source): string => snapshot.resources[source.resource]!.name;
  const matched = all.filter(
    (source) =>
      (input.ari === null || snapshot.resources[source.resource]!.ari === input.ari) &&
      (text === '' || `${nameOf(source)}\n${productOf(source)}`.toLowerCase().includes(text)),
  );
  const compare: Record<typeof input.sort, (a: Source, b: Source) => number> = {
    seats: (a, b) => b.seats - a.seats,
    'seats-only-here': (a, b) => b.seatsOnlyHere - a.seatsOnlyHere,
    inactive: (a, b) => b.inactive - a.inactive,
    group: (a, b) => nameOf(a).localeCompare(nameOf(b)),
    product: (a, b) => productOf(a).localeCompare(productOf(b)),
  };
  matched.sort((a, b) => compare[input.sort](a, b) || a.grant - b.grant);
  const productsOf = (group: number): string[] => {
    const { grants } = snapshot;
    const products: string[] = [];
    for (let g = grants.offsets[group]!; g < grants.offsets[group + 1]!; g += 1) {
      if (visible(grants.resource[g]!)) products.push(snapshot.resources[grants.resource[g]!]!.name);
    }
    return products;
  };
  return {
    scanId: published.scanId,
    total: all.length,
    matched: matched.length,
    lines: matched.slice(input.offset, input.offset + input.limit).map((source) => {
      const defaultRole = snapshot.grants.defaultRole[source.grant]!;
      return {
        groupId: snapshot.groups.ids[source.group]!,
        groupName: nameOf(source),
        ari: snapshot.resources[source.resource]!.ari,
        product: productOf(source),
        owner: source.owner,
        roles: [...snapshot.roleSets[snapshot.grants.roleSet[source.grant]!]!],
        defaultFor: defaultRole === 0 ? null : snapshot.roles[defaultRole - 1]!,
        products: productsOf(source.group),
        people: source.people,
        seats: source.seats,
        seatsOnlyHere: source.seatsOnlyHere,
        inactive: source.inactive,
        scimInactive: source.scimInactive,
      };
    }),
  };
}
