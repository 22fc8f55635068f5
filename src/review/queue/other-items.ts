import { OWNERS } from '../../contracts/vocabulary';
import { RETURN_CAUSES, type ReturnCause } from '../standing';
import { countItem } from './count-item';
import type { DraftItem, ItemSubject } from './draft';
import type { Look } from './look';
import { type Place, type PlacedRows, placeOf } from './places';
import { groupIdOfRow, groupOfRow } from './row-index';

/** Why something is open again, for whoever has to decide it. */
export const returnSentences: Readonly<Record<ReturnCause, string>> = {
  're-added': 'It was confirmed gone, and is here again.',
  'not-confirmed': 'The change was claimed or given back, and the access is still there.',
  disputed: 'The identity owner says no: decide it anew.',
  'exception-over': 'The exception has ended.',
  'hold-over': 'The hold has ended.',
  'hold-condition': 'What the hold waited for has come.',
  'keep-over': 'The decision to keep it is due for review.',
  'facts-changed': 'Something was found since that the decision did not know.',
};

type Cases = Map<number, number[]>;

/** Groups the rows of one place, by a key; gives a first row and the cases of each. */
function gather(
  { table: { paths } }: Look,
  placed: PlacedRows,
  place: Place,
  keyOf: (row: number) => string,
): { row: number; cases: Cases }[] {
  const found = new Map<string, { row: number; cases: Cases }>();
  for (let row = 0; row < paths.rowVia.length; row += 1) {
    if (placeOf(placed, row) !== place || placed.lead[row] !== row) continue;
    const key = keyOf(row);
    const known = found.get(key) ?? { row, cases: new Map<number, number[]>() };
    found.set(key, known);
    const c = paths.rowCase[row]!;
    known.cases.set(c, [...(known.cases.get(c) ?? []), row]);
  }
  return [...found.values()];
}

function sourceOf({ table }: Look, row: number): Pick<ItemSubject, 'ari' | 'groupId' | 'owner' | 'cloudId'> {
  const { paths, columns, snapshot } = table;
  return {
    ari: snapshot.resources[paths.caseResource[paths.rowCase[row]!]!]!.ari,
    groupId: groupIdOfRow(table, row),
    owner: OWNERS[columns.rowOwner[row]!]!,
    cloudId: null,
  };
}

const keyOfSource = ({ table }: Look, row: number): string => {
  const { paths } = table;
  return `${groupOfRow(table, row) ?? 'direct'} ${paths.caseResource[paths.rowCase[row]!]!}`;
};

/** Rows that were decided and are open again: one item for each source and cause. */
export function backItems(look: Look, placed: PlacedRows, sha256: (text: string) => string): DraftItem[] {
  const keyOf = (row: number): string => `${placed.cause[row]!} ${keyOfSource(look, row)}`;
  return gather(look, placed, 'back', keyOf).map(({ row, cases }) => {
    const subject: ItemSubject = {
      class: 'back',
      finding: null,
      outcome: 'free-seats',
      ...sourceOf(look, row),
      reason: returnSentences[RETURN_CAUSES[placed.cause[row]!]!],
      recordId: placed.records[placed.record[row]!]!.id,
    };
    return countItem({ table: look.table, placed }, subject, cases, sha256);
  });
}

/** Groups whose owner nobody knows, one item each over all products; a path through no group, one for each product. */
export function unknownItems(look: Look, placed: PlacedRows, sha256: (text: string) => string): DraftItem[] {
  const { table } = look;
  const keyOf = (row: number): string => String(groupOfRow(table, row) ?? keyOfSource(look, row));
  return gather(look, placed, 'unknown-source', keyOf).map(({ row, cases }) => {
    const source = sourceOf(look, row);
    const { groupId } = source;
    const subject: ItemSubject = {
      class: 'unknown-source',
      finding: 'owner-unknown',
      outcome: groupId === null ? 'free-seats' : 'attest-source',
      ...source,
      ari: groupId === null ? source.ari : null,
      reason: '',
      recordId: null,
    };
    return countItem({ table, placed }, subject, cases, sha256);
  });
}

/** Paths that take no seat while their account is dormant: one item a source. */
export function dormantItems(look: Look, placed: PlacedRows, sha256: (text: string) => string): DraftItem[] {
  return gather(look, placed, 'dormant', (row) => keyOfSource(look, row)).map(({ row, cases }) =>
    countItem(
      { table: look.table, placed },
      {
        class: 'dormant',
        finding: 'dormant-path',
        outcome: 'close-dormant',
        ...sourceOf(look, row),
        reason: '',
        recordId: null,
      },
      cases,
      sha256,
    ),
  );
}

/** Sites whose approved domains and invite policy nobody has looked up this quarter (S12): no API tells them. */
export function settingsItems(look: Look, placed: PlacedRows, sha256: (text: string) => string): DraftItem[] {
  const { table, book } = look;
  const sites = new Set(
    table.snapshot.resources
      .filter((_, resource) => look.inScope(resource) && table.columns.resourceStanding[resource] === 'bills')
      .map(({ ari }) => ari.slice(ari.lastIndexOf('/') + 1)),
  );
  return [...sites]
    .filter((cloudId) => !book.settings.has(cloudId))
    .sort()
    .map((cloudId) =>
      countItem(
        { table, placed },
        {
          class: 'settings',
          finding: null,
          outcome: 'attest-settings',
          ari: null,
          groupId: null,
          cloudId,
          owner: null,
          reason: '',
          recordId: null,
        },
        new Map(),
        sha256,
      ),
    );
}
