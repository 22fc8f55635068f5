import type { QueueItem } from '../../contracts/queue';
import type { QueueLine, Suggestion } from '../../contracts/review-views';
import { OWNERS } from '../../contracts/vocabulary';
import { rankBecause } from '../../review/queue/rank';
import { findGrant, indexRowsOfGrants } from '../../review/sources/source-facts';
import { seatsAlsoSynced } from '../../review/sources/overlap';
import { suggestForSource } from '../../review/sources/suggest';
import { listSources } from '../../decision/sources';
import type { CycleNow } from './end-cycle';

/** Tells items as lines: what they are about by name, how far they are, and what is suggested. */
export function lineTeller(now: CycleNow): (item: QueueItem) => QueueLine {
  const { table } = now.look;
  const { snapshot } = table;
  const suggest = suggester(now);
  return (item) => {
    const { people, ...rest } = item;
    const group = item.groupId === null ? -1 : snapshot.groups.ids.indexOf(item.groupId);
    const site = item.cloudId ?? null;
    return {
      item: rest,
      groupName: group === -1 ? null : snapshot.groups.names[group]!,
      product: snapshot.resources.find(({ ari }) => ari === item.ari)?.name ?? null,
      site: site === null ? null : siteName(now, site),
      people: people.length,
      decided: people.length - now.openPeople(item).length,
      suggestion: suggest(item),
    };
  };
}

/** A site by the names of the products on it, for the organization API names no sites. */
function siteName({ look }: CycleNow, cloudId: string): string {
  const names = look.table.snapshot.resources
    .filter(({ ari }) => ari.endsWith(`/${cloudId}`))
    .map(({ name }) => name);
  return [...new Set(names)].sort().join(', ');
}

function suggester({ look }: CycleNow): (item: QueueItem) => Suggestion {
  const { table } = look;
  const sources = listSources(table);
  const rowsOf = indexRowsOfGrants(table);
  const isSynced = (row: number): boolean => OWNERS[table.columns.rowOwner[row]!] === 'idp-owned';
  return (item) => {
    switch (item.outcome) {
      case 'attest-source':
        return { do: 'attest', because: rankBecause[item.class] };
      case 'attest-settings':
        return { do: 'look', because: rankBecause[item.class] };
      case 'free-seats':
      case 'close-dormant':
        return { do: item.freeable > 0 ? 'free-seats' : 'find-out', because: rankBecause[item.class] };
      case 'decide-source': {
        const grant = findGrant(table, item.groupId!, item.ari!);
        if (grant === null) return { do: 'look', because: 'The group no longer grants this product.' };
        const redundant = seatsAlsoSynced(table, rowsOf(grant), isSynced);
        const { do: what, because } = suggestForSource(table, sources[grant]!, redundant);
        return { do: what, because };
      }
    }
  };
}
