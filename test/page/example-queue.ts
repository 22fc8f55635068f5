import { type ItemClass, type QueueItem } from '../../src/contracts/queue';
import { type ItemPerson, type QueueLine } from '../../src/contracts/review-views';
import { type Owner } from '../../src/contracts/vocabulary';
import { returnSentences } from '../../src/review/queue/other-items';
import { rankBecause } from '../../src/review/queue/rank';
import { GROUP, JIRA, personAt, PRODUCTS } from './example-org';

/** The site of the example; also the cloud id inside of its resources. */
export const SITE = '11111111-1111-1111-1111-111111111111';

interface ItemWish extends Partial<Omit<QueueItem, 'people'>> {
  groupName?: string | null;
  people: number;
  decided?: number;
  suggestion: QueueLine['suggestion'];
}

function aLine(id: string, wish: ItemWish): QueueLine {
  const { groupName = 'legacy-jira-2017', people, decided = 0, suggestion, ...item } = wish;
  const ari = item.ari === undefined ? JIRA : item.ari;
  return {
    item: {
      id,
      class: 'inactive-one-edit',
      section: 'local-paths',
      finding: 'inactive-seat',
      outcome: 'free-seats',
      ari,
      groupId: groupName === null ? null : `group-${groupName}`,
      cloudId: null,
      owner: 'local-group',
      seats: people,
      freeable: people,
      edits: 1,
      editOwners: ['local-group'],
      reason: '',
      recordId: null,
      since: null,
      inQueue: true,
      ...item,
    },
    groupName,
    product: ari === null ? null : PRODUCTS[0]!.name,
    site: item.cloudId === undefined ? null : 'northwind.atlassian.net',
    people,
    decided,
    suggestion,
  };
}

/** What the app suggests for an item of a class, other than about a source. */
const suggested = <D extends QueueLine['suggestion']['do']>(what: D, itemClass: ItemClass) => ({
  do: what,
  because: rankBecause[itemClass],
});

/** A queue with an item of each class, in rank order. */
export function exampleQueue(): QueueLine[] {
  return [
    aLine('item-back', {
      class: 'back',
      section: 'exceptions',
      people: 3,
      reason: returnSentences['exception-over'],
      suggestion: suggested('look', 'back'),
    }),
    aLine('item-scim', {
      class: 'scim-inactive',
      finding: 'scim-inactive-billable',
      section: 'billable-seats',
      groupName: 'contractors',
      owner: 'idp-owned',
      editOwners: ['idp-owned'],
      people: 8,
      decided: 8,
      suggestion: suggested('free-seats', 'scim-inactive'),
    }),
    aLine('item-inactive', {
      people: 12,
      since: Date.parse('2025-02-01'),
      suggestion: suggested('free-seats', 'inactive-one-edit'),
    }),
    aLine('item-never', {
      class: 'never-active',
      finding: 'never-active',
      section: 'default-groups',
      groupName: 'jira-users',
      owner: 'default-group',
      people: 312,
      decided: 40,
      editOwners: ['default-group'],
      suggestion: suggested('free-seats', 'never-active'),
    }),
    aLine('item-several', {
      class: 'inactive-more-edits',
      people: 24,
      freeable: 11,
      edits: 3,
      editOwners: ['idp-owned', 'local-group', 'default-group'],
      suggestion: suggested('free-seats', 'inactive-more-edits'),
    }),
    aLine('item-unknown', {
      class: 'unknown-source',
      finding: 'owner-unknown',
      outcome: 'attest-source',
      ari: null,
      groupName: 'project-atlas',
      owner: 'unknown',
      people: 1_880,
      freeable: 0,
      edits: 0,
      editOwners: [],
      suggestion: suggested('attest', 'unknown-source'),
    }),
    aLine('item-source', {
      class: 'source-review',
      finding: 'unproven-local',
      outcome: 'decide-source',
      people: 480,
      freeable: 204,
      suggestion: {
        do: 'redesign',
        because: '440 of its 480 seats are held by a synced group as well: newcomers need not come in here.',
      },
    }),
    aLine('item-settings', {
      class: 'settings',
      finding: null,
      section: 'default-groups',
      outcome: 'attest-settings',
      ari: null,
      groupName: null,
      cloudId: SITE,
      owner: null,
      people: 0,
      edits: 0,
      editOwners: [],
      suggestion: suggested('look', 'settings'),
    }),
    aLine('item-dormant', {
      class: 'dormant',
      finding: 'dormant-path',
      outcome: 'close-dormant',
      section: 'billable-seats',
      people: 5,
      decided: 1,
      seats: 0,
      freeable: 0,
      suggestion: suggested('free-seats', 'dormant'),
    }),
    aLine('item-age', {
      class: 'never-active-age-unknown',
      finding: 'never-active',
      section: 'billable-seats',
      groupName: null,
      owner: 'direct',
      editOwners: ['direct'],
      people: 2,
      suggestion: suggested('free-seats', 'never-active-age-unknown'),
    }),
  ];
}

/** What stands beyond the budget. */
export function exampleBacklog(): QueueLine[] {
  return Array.from({ length: 120 }, (_, position) =>
    aLine(`item-backlog-${position}`, {
      class: 'source-review',
      finding: 'unproven-local',
      outcome: 'decide-source',
      groupName: `team-${position}`,
      people: 130 - position,
      inQueue: false,
      suggestion: {
        do: 'intend',
        because: 'A local group that is wanted is decided once, for everybody who comes in as expected.',
      },
    }),
  );
}

const ITEM_WITH_PROTECTED = 'item-dormant';

type Outcome = Pick<NonNullable<ItemPerson['rows'][number]['decided']>, 'kind' | 'state'>;

/** What a decision on a path comes to, by whose path it is. */
function outcomeOf(owner: Owner): Outcome {
  if (owner === 'idp-owned') return { kind: 'route-out', state: 'sent' };
  if (owner === 'local-group' || owner === 'direct') return { kind: 'local-action', state: 'planned' };
  return { kind: 'keep', state: 'standing' };
}

/** The people of an item; whoever comes first is decided already, as far as the item says. */
export function examplePeople(line: QueueLine): ItemPerson[] {
  const { item, groupName } = line;
  // Nothing is open of the protected, without a record on them.
  const last = line.people - (item.id === ITEM_WITH_PROTECTED ? 1 : 0);
  const byRecord = line.decided - (line.people - last);
  return Array.from({ length: line.people }, (_, position) => {
    const person = personAt(position);
    const ari = item.ari ?? JIRA;
    const row = (groupId: string | null, owner: Owner, name: string | null): ItemPerson['rows'][number] => ({
      row: { accountId: person.accountId, ari, via: groupId === null ? 'direct' : 'group', groupId },
      owner,
      groupName: name,
      decided: position < byRecord ? { recordId: `record-of-${position}`, ...outcomeOf(owner) } : null,
    });
    return {
      person,
      ari,
      product: PRODUCTS[0]!.name,
      activity: { bucket: item.class.startsWith('never') ? 'never' : 'over-180' },
      seatAgeDays: position % 3 === 2 ? null : 200 + position,
      edits: item.edits,
      rows: [
        row(item.groupId, item.owner ?? 'unknown', groupName),
        ...(item.edits > 1 ? [row(GROUP, 'idp-owned', 'contractors')] : []),
      ],
      protectedAs: position < last ? null : 'integration',
      gone: position === line.people - 1 && line.people > 20,
    };
  });
}
