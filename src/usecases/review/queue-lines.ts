import type { QueueItem } from '../../contracts/queue';
import type { QueueLine, Suggestion } from '../../contracts/review-views';
import type { Snapshot } from '../../contracts/snapshot';
import { OWNERS } from '../../contracts/vocabulary';
import { rankBecause } from '../../review/queue/rank';
import { findGrant, indexRowsOfGrants } from '../../review/sources/source-facts';
import { seatsAlsoSynced } from '../../review/sources/overlap';
import { suggestForSource } from '../../review/sources/suggest';
import { listSources } from '../../decision/sources';
import { groupNameIn } from '../records/group-names';
import type { CycleNow } from './end-cycle';

/** Tells items as lines: what they are about by name, how far they are, and what is suggested. */
export function lineTeller(now: CycleNow): (item: QueueItem) => QueueLine {
  const nameItem = itemNamer(now.look.table.snapshot);
  const suggest = suggester(now);
  return (item) => {
    const { people, ...rest } = item;
    return {
      item: rest,
      ...nameItem(item),
      people: people.length,
      decided: people.length - now.openPeople(item).length,
      suggestion: suggest(item),
    };
  };
}

/** Names what items are about, as a scan knew it; null where it did not. */
export function itemNamer(
  snapshot: Snapshot | null,
): (item: QueueItem) => Pick<QueueLine, 'groupName' | 'product' | 'site'> {
  return ({ groupId, ari, cloudId }) => ({
    groupName: groupId === null ? null : groupNameIn(snapshot, groupId),
    product: snapshot?.resources.find((one) => one.ari === ari)?.name ?? null,
    site: cloudId === null || snapshot === null ? null : siteName(snapshot, cloudId),
  });
}

/** A site by the names of the products on it, for the organization API names no sites. */
function siteName({ resources }: Snapshot, cloudId: string): string {
  const names = resources.filter(({ ari }) => ari.endsWith(`/${cloudId}`)).map(({ name }) => name);
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
