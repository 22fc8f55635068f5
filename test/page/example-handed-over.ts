import { type Output } from '../../src/contracts/api';
import { type HandedOver, type RequestLine } from '../../src/contracts/calls/route-outs';
import { ANSWERS, type RouteOut } from '../../src/contracts/route-outs';
import { GROUP, IDP, JIRA, personAt, PRODUCTS } from './example-org';
import { aRecord } from './example-records';

export type Board = Output<'requests/list'>;

const OWNER = personAt(1).accountId;
const step = (to: string, at: string, by = 'seatpath') => ({ to, at, by, note: '' });
const WITH_OWNER: readonly RouteOut['state'][] = ['sent', 'acknowledged', 'not-confirmed'];

/** A row of somebody as the board shows it; whoever asks speaks for the provider. */
function aRow(position: number, change: Partial<RouteOut>): HandedOver {
  const record = aRecord('route-out', {
    id: `row-${position}`,
    row: { accountId: personAt(position).accountId, ari: JIRA, via: 'group', groupId: GROUP },
    issueKey: null,
    steps: [step('sent', '2026-11-16T08:00:00.000Z')],
    ...change,
  });
  return {
    record,
    version: 3,
    person: personAt(position),
    product: PRODUCTS[0]!.name,
    groupName: record.evidence.groupName ?? '',
    answers: WITH_OWNER.includes(record.state) ? [...ANSWERS] : [],
    moves: record.state === 'confirmed' ? [] : ['withdraw'],
  };
}

const answered = (
  says: (typeof ANSWERS)[number],
  through: 'page' | 'comment' | 'status',
  until?: string,
) => ({
  says,
  by: OWNER,
  at: '2026-11-19T10:00:00.000Z',
  until: until ?? null,
  through,
});

const MEMBERS: RequestLine = {
  issue: aRecord('request-issue', {
    id: 'issue-members',
    groupName: 'contractors',
    steps: [step('asked', '2026-11-16T07:59:00.000Z'), step('open', '2026-11-16T08:00:00.000Z')],
    comments: [
      { at: '2026-11-20T08:00:00.000Z', about: 'not-confirmed' },
      { at: '2026-11-23T08:00:00.000Z', about: 'reminder' },
    ],
    duplicates: ['IAM-43'],
  }),
  underWay: true,
  rows: [
    aRow(0, { issueId: 'issue-members' }),
    aRow(2, { issueId: 'issue-members' }),
    aRow(4, {
      issueId: 'issue-members',
      state: 'acknowledged',
      answer: answered('planned', 'comment', '2026-12-01'),
    }),
    aRow(5, { issueId: 'issue-members', state: 'done-claimed', answer: answered('done', 'page') }),
    aRow(7, { issueId: 'issue-members', state: 'not-confirmed', answer: answered('done', 'status') }),
    aRow(8, { issueId: 'issue-members', state: 'disputed', answer: answered('needs-access', 'comment') }),
    aRow(9, { issueId: 'issue-members', state: 'confirmed', answer: answered('done', 'page') }),
  ],
  profile: aRecord('group-profile', { id: 'profile-1', groupId: GROUP, nameAtIdp: 'okta-contractors' }),
};

const PROFILE: RequestLine = {
  issue: aRecord('request-issue', {
    id: 'issue-profile',
    state: 'unknown',
    request: 'profile',
    groupId: 'group-jira-users',
    groupName: 'jira-users',
    issueKey: null,
  }),
  underWay: true,
  rows: [],
  profile: null,
};

const FINISHED: RequestLine = {
  issue: aRecord('request-issue', {
    id: 'issue-finished',
    state: 'finished',
    request: 'leaver-check',
    groupName: 'contractors',
    issueKey: 'IAM-31',
    steps: [step('open', '2026-10-05T08:00:00.000Z'), step('finished', '2026-10-12T08:00:00.000Z')],
  }),
  underWay: false,
  rows: [aRow(10, { issueId: 'issue-finished', state: 'confirmed', answer: answered('done', 'page') })],
  profile: MEMBERS.profile,
};

/** What is handed over in the example organization, to one provider that is asked and one that is not. */
export const BOARD: Board = {
  providers: [
    {
      idpId: IDP,
      name: 'Okta',
      issues: [MEMBERS, PROFILE, FINISHED],
      waiting: [
        {
          idpId: IDP,
          groupId: 'group-jira-users',
          groupName: 'jira-users',
          rows: Array.from({ length: 12 }, (_, nth) =>
            aRow(20 + nth, { state: 'needs-profile', steps: [], identityOwner: OWNER }),
          ),
          because: 'The provider is asked first how people get into the group.',
        },
      ],
    },
    { idpId: 'b2-google', name: 'Google Workspace', issues: [], waiting: [] },
  ],
  people: [0, 1, 2, 3].map(personAt),
};
