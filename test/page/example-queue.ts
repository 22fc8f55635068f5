import { type QueueItem } from '../../src/contracts/queue';
import { type ItemPerson, type QueueLine } from '../../src/contracts/review-views';
import { type Owner } from '../../src/contracts/vocabulary';
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

const FREE = { do: 'free-seats', because: 'Each seat is free after one edit of a local group.' } as const;

/** A queue with an item of each class, in rank order. */
export function exampleQueue(): QueueLine[] {
  return [
    aLine('item-back', {
      class: 'back',
      section: 'exceptions',
      people: 3,
      reason: 'The exceptions ended on 20 November.',
      suggestion: { do: 'look', because: 'The reason of each exception may still hold.' },
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
      suggestion: { do: 'free-seats', because: 'Okta calls them inactive since weeks.' },
    }),
    aLine('item-inactive', { people: 12, since: Date.parse('2025-02-01'), suggestion: FREE }),
    aLine('item-never', {
      class: 'never-active',
      finding: 'never-active',
      section: 'default-groups',
      groupName: 'jira-users',
      owner: 'default-group',
      people: 312,
      decided: 40,
      editOwners: ['default-group'],
      suggestion: FREE,
    }),
    aLine('item-several', {
      class: 'inactive-more-edits',
      people: 24,
      freeable: 11,
      edits: 3,
      editOwners: ['idp-owned', 'local-group', 'default-group'],
      suggestion: { do: 'free-seats', because: 'Every path has an owner who can be asked.' },
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
      suggestion: { do: 'attest', because: 'The API does not tell who writes the group.' },
    }),
    aLine('item-source', {
      class: 'source-review',
      finding: 'unproven-local',
      outcome: 'decide-source',
      people: 480,
      freeable: 204,
      suggestion: { do: 'redesign', because: '440 of its seats are held by contractors too.' },
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
      suggestion: { do: 'attest', because: 'The last word on these settings is older than a quarter.' },
    }),
    aLine('item-dormant', {
      class: 'dormant',
      finding: 'dormant-path',
      outcome: 'close-dormant',
      section: 'billable-seats',
      people: 5,
      seats: 0,
      freeable: 0,
      suggestion: { do: 'free-seats', because: 'They are suspended, and would bill again when restored.' },
    }),
    aLine('item-age', {
      class: 'never-active-age-unknown',
      finding: 'never-active',
      section: 'billable-seats',
      groupName: null,
      owner: 'direct',
      editOwners: ['direct'],
      people: 2,
      suggestion: { do: 'look', because: 'The audit log does not reach back to the seat.' },
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
      suggestion: { do: 'intend', because: 'Everybody in it is active.' },
    }),
  );
}

/** The people of an item; whoever comes first is decided already, as far as the item says. */
export function examplePeople(line: QueueLine): ItemPerson[] {
  const { item, groupName } = line;
  return Array.from({ length: line.people }, (_, position) => {
    const person = personAt(position);
    const ari = item.ari ?? JIRA;
    const row = (groupId: string | null, owner: Owner, name: string | null): ItemPerson['rows'][number] => ({
      row: { accountId: person.accountId, ari, via: groupId === null ? 'direct' : 'group', groupId },
      owner,
      groupName: name,
      decided:
        position < line.decided
          ? { recordId: `record-of-${position}`, kind: 'route-out', state: 'sent' }
          : null,
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
      gone: position === line.people - 1 && line.people > 20,
    };
  });
}
