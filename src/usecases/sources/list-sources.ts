import type { Input } from '../../contracts/api';
import type { Settings } from '../../contracts/settings';
import type { SourceList } from '../../contracts/source-views';
import type { Source } from '../../decision/sources';
import { indexSourceDecisions } from '../../review/sources/covering';
import { visibleResources } from '../decision-table';
import { namePeople } from '../people';
import type { CallerContext, Ports } from '../ports';
import { firstGroupsOf, lookNow } from '../review/look';
import { sourceTeller } from './source-lines';

/** One line per group on a product: where the rows come from, and what was decided about each. */
export async function listSources(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  input: Input<'sources/list'>,
): Promise<SourceList> {
  const { look, published } = await lookNow(ports, settings);
  const { snapshot } = look.table;
  const visible = visibleResources(look.table, settings, caller);
  const decisions = indexSourceDecisions(look);
  const all = decisions.sources.filter((source) => visible(source.resource));
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
  const shown = matched.slice(input.offset, input.offset + input.limit);
  const stewards = shown.flatMap(
    ({ group }) => look.book.stewardships.get(snapshot.groups.ids[group]!)?.steward ?? [],
  );
  const tell = sourceTeller({
    look,
    decisions,
    firstGroups: await firstGroupsOf(ports),
    visible,
    personOf: await namePeople(ports, settings, stewards),
    wanted: new Set(shown.map(({ grant }) => grant)),
  });
  return { scanId: published.scanId, total: all.length, matched: matched.length, lines: shown.map(tell) };
}
