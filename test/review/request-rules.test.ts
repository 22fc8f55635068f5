import { expect, test } from 'vitest';
import { REQUEST_KINDS, type RequestIssue } from '../../src/contracts/route-outs';
import { requestDescription, requestSummary, type RequestText } from '../../src/evidence/request-issue';
import { tellFindings } from '../../src/evidence/finding-words';
import { requestComment } from '../../src/evidence/request-comment';
import { requestFileOf } from '../../src/evidence/request-files';
import { checkDueAt } from '../../src/review/route-outs/checking';
import { heldBack } from '../../src/review/route-outs/pace';
import { readComment } from '../../src/review/route-outs/read-comment';
import { commentDue } from '../../src/review/route-outs/reminders';
import { requestsFor } from '../../src/review/route-outs/request-kind';
import { ASKING_DEFAULTS, type IdentityProvider } from '../../src/contracts/settings';
import { adfNodes, adfProblems, adfText } from '../support/adf';
import { aRecord, rowEvidence } from '../support/review-records';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T09:00:00Z');
const at = (ms: number): string => new Date(ms).toISOString();

const paragraph = (...content: object[]): { type: string; content: object[] } => ({
  type: 'paragraph',
  content,
});
const text = (words: string): object => ({ type: 'text', text: words });
const mention = (id: string): object => ({ type: 'mention', attrs: { id } });
const said = (...content: object[]): ReturnType<typeof readComment> =>
  readComment({ type: 'doc', content } as never);

test('an answer is a person and one of the words, a line each; everything else in a comment answers nothing', () => {
  expect(said(paragraph(mention('ada'), text(' done')))).toEqual([
    { accountId: 'ada', says: 'done', until: null },
  ]);
  expect(said(paragraph(mention('ada'), text(': On leave until 2027-02-01.')))).toEqual([
    { accountId: 'ada', says: 'on-leave', until: '2027-02-01' },
  ]);
  const date = { type: 'date', attrs: { timestamp: String(Date.parse('2027-01-15T00:00:00Z')) } };
  expect(said(paragraph(mention('ada'), text(' planned '), date))).toEqual([
    { accountId: 'ada', says: 'planned', until: '2027-01-15' },
  ]);
  expect(said(paragraph(mention('ada'), text(' accepted, in my queue')))).toEqual([
    { accountId: 'ada', says: 'accepted', until: null },
  ]);
  const two = paragraph(
    mention('ada'),
    text(' done'),
    { type: 'hardBreak' },
    mention('ben'),
    text(' not mine'),
  );
  expect(said(two).map(({ accountId, says }) => [accountId, says])).toEqual([
    ['ada', 'done'],
    ['ben', 'not-mine'],
  ]);
  expect(said(paragraph(mention('ada'), mention('ben'), text(' needs access')))).toHaveLength(2);
  expect(said(paragraph(text('All done!')))).toEqual([{ accountId: null, says: 'done', until: null }]);
  const inList = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph(mention('ada'), text(' done'))] }],
  };
  expect(said(inList)).toHaveLength(1);
  for (const words of ['done', 'all', ' is this done?', 'undone', 'we are nearly done', 'alldone']) {
    expect(said(paragraph(text(words))), words).toEqual([]);
  }
  for (const words of [' have you done this?', ' is not done', ' donecan', ' leave it']) {
    expect(said(paragraph(mention('ada'), text(words))), words).toEqual([]);
  }
  for (const noDay of ['2027-13-45', '2027-02-30', '0000-00-00']) {
    expect(said(paragraph(mention('ada'), text(` planned ${noDay}`))), noDay).toMatchObject([
      { until: null },
    ]);
  }
});

test('what is asked for follows from who is asked about, how the group is filled, and how much of it is in question', () => {
  const row = (leaver: boolean): ReturnType<typeof aRecord<'route-out'>> =>
    aRecord('route-out', {
      evidence: { ...rowEvidence, findings: leaver ? ['scim-inactive-billable'] : ['inactive-seat'] },
    });
  const kinds = (rows: number, leavers: number, change: object = {}): string[] => [
    ...requestsFor([...Array<boolean>(rows).fill(false), ...Array<boolean>(leavers).fill(true)].map(row), {
      profile: null,
      groupPeople: 100,
      accounts: 1_000,
      ...change,
    }).keys(),
  ];
  expect(kinds(20, 0)).toEqual(['membership']);
  expect(kinds(21, 0)).toEqual(['design']);
  expect(kinds(21, 0, { groupPeople: null })).toEqual(['membership']);
  expect(kinds(4, 0, { groupPeople: 4, accounts: 5 })).toEqual(['design']);
  expect(kinds(4, 0, { groupPeople: 4, accounts: 6 })).toEqual(['membership']);
  expect(kinds(2, 3)).toEqual(['leaver-check', 'membership']);
  expect(kinds(0, 90)).toEqual(['leaver-check']);
  for (const membership of ['rule', 'dynamic', 'hr'] as const) {
    expect(kinds(1, 0, { profile: aRecord('group-profile', { membership }) })).toEqual(['rule-change']);
  }
  expect(kinds(1, 0, { profile: aRecord('group-profile', { membership: 'ad' }) })).toEqual(['membership']);
});

test('a provider is asked no more at a time than setup says', () => {
  const pace = { mostOpen: 2, everyDays: 7, fewestRows: 3 };
  const issue = (state: RequestIssue['state'], daysAgo: number): RequestIssue =>
    aRecord('request-issue', { state, recordedAt: at(NOW - daysAgo * DAY) });
  const why = (issues: RequestIssue[], rows = 3): string | null => heldBack({ issues, rows, now: NOW }, pace);
  expect(why([])).toBeNull();
  expect(why([issue('open', 30), issue('accepted', 20)])).toMatch(/2 issues/);
  expect(why([issue('open', 30), issue('finished', 20), issue('declined', 8)])).toBeNull();
  expect(why([issue('finished', 6)])).toMatch(/once in 7 days/);
  expect(why([issue('finished', 7)])).toBeNull();
  expect(why([], 2)).toMatch(/3 people/);
});

test('a claim is looked at a day later, and after two syncs where those take longer', () => {
  const claimed = aRecord('route-out', {
    state: 'done-claimed',
    steps: [{ to: 'done-claimed', at: at(NOW), by: '712020:ida', note: '' }],
  });
  const provider = (syncMinutes: number): IdentityProvider =>
    ({ ...ASKING_DEFAULTS, syncMinutes }) as unknown as IdentityProvider;
  expect(checkDueAt(claimed, provider(40))).toBe(NOW + DAY);
  expect(checkDueAt(claimed, provider(1_440))).toBe(NOW + 2 * DAY);
});

test('a comment is due a week after the last, never before a planned day, and the third goes to the named person', () => {
  const opened = [{ to: 'open', at: at(NOW), by: 'seatpath' as const, note: '' }];
  const issue = (comments: RequestIssue['comments'] = []): RequestIssue =>
    aRecord('request-issue', { state: 'open', steps: opened, comments });
  const sent = aRecord('route-out', { state: 'sent' });
  const planned = aRecord('route-out', {
    state: 'acknowledged',
    answer: { says: 'planned', by: '712020:ida', at: at(NOW), until: '2026-12-20', through: 'comment' },
  });
  const due = (days: number, rows = [sent], comments: RequestIssue['comments'] = []): string | null =>
    commentDue({ issue: issue(comments), rows, now: NOW + days * DAY });
  expect(due(6)).toBeNull();
  expect(due(7)).toBe('reminder');
  expect(due(7, [planned])).toBeNull();
  expect(due(26, [planned])).toBeNull();
  expect(due(27, [planned])).toBe('reminder');
  // Accepted without a day it is left alone for two weeks, and asked about from then on.
  const accepted = aRecord('route-out', {
    state: 'acknowledged',
    answer: { says: 'accepted', by: '712020:ida', at: at(NOW + 3 * DAY), until: null, through: 'page' },
  });
  expect(due(16, [accepted])).toBeNull();
  expect(due(17, [accepted])).toBe('reminder');
  expect(due(7, [aRecord('route-out', { state: 'acknowledged' })])).toBe('reminder');
  expect(due(7, [aRecord('route-out', { state: 'done-claimed' })])).toBeNull();
  expect(due(7, [aRecord('route-out', { state: 'not-confirmed' })])).toBe('not-confirmed');
  const comment = (
    days: number,
    about: RequestIssue['comments'][number]['about'],
  ): RequestIssue['comments'][number] => ({
    at: at(NOW + days * DAY),
    about,
  });
  expect(due(13, [sent], [comment(7, 'reminder')])).toBeNull();
  expect(due(14, [sent], [comment(7, 'reminder')])).toBe('reminder');
  expect(due(21, [sent], [comment(7, 'reminder'), comment(14, 'reminder')])).toBe('escalation');
  const escalated = [comment(7, 'reminder'), comment(14, 'reminder'), comment(21, 'escalation')];
  expect(due(28, [sent], escalated)).toBe('reminder');
});

const UNKNOWN_AT_PROVIDER = { userName: null, externalId: null };

const subject = (change: Partial<RequestText>): RequestText => ({
  issue: aRecord('request-issue', { state: 'open' }),
  people: [
    {
      accountId: '712020:ada',
      userName: 'ada@hidden.example',
      externalId: '00u1',
      product: 'jira',
      found: 'never used',
      freedAlone: true,
      remains: [],
    },
    {
      accountId: '712020:ben',
      ...UNKNOWN_AT_PROVIDER,
      product: 'jira',
      found: 'never used',
      freedAlone: false,
      remains: ['the group old also gives it'],
    },
    {
      accountId: '712020:cem',
      ...UNKNOWN_AT_PROVIDER,
      product: 'jira',
      found: 'never used',
      freedAlone: null,
      remains: [],
    },
  ],
  reach: [{ product: 'jira', roles: ['atlassian/user'] }],
  profile: null,
  because: 'It is about some people of the group, not about what the group is for.',
  ownerBecause: 'The group is synced.',
  assumedProvider: false,
  reasons: [
    { by: '712020:rea', reason: 'Nobody has used these seats since spring.' },
    { by: '712020:rea', reason: 'Nobody has used these seats since spring.' },
  ],
  scannedAt: at(NOW),
  complete: true,
  source: { url: 'https://support.atlassian.com/x', checked: '2026-11-01' },
  deskUrl: null,
  ...change,
});

const FORBIDDEN = /\b(fail\w*|clean-?up|violat\w*|incomplete)\b/i;

test('the issue of each kind and each way into a group is a document that Jira takes, with words that anybody can act on', () => {
  for (const request of REQUEST_KINDS) {
    for (const membership of [
      null,
      'manual',
      'rule',
      'dynamic',
      'ad',
      'hr',
      'access-request',
      'unknown',
    ] as const) {
      const issue = aRecord('request-issue', { request, state: 'open' });
      const profile =
        membership === null ? null : aRecord('group-profile', { membership, otherApps: 'Slack' });
      const text = subject({ issue, profile });
      const description = requestDescription(text);
      const words = `${requestSummary(text)} ${adfText(description)}`;
      expect(adfProblems(description), `${request} ${membership}`).toEqual([]);
      expect(words).not.toMatch(FORBIDDEN);
      expect(words).toContain(
        membership === null ? 'beyond Atlassian is unknown' : 'Beyond Atlassian: Slack',
      );
      expect(words.includes('do not deactivate the account')).toBe(request !== 'profile');
    }
  }
  for (const about of ['not-confirmed', 'reminder', 'escalation'] as const) {
    const comment = requestComment({
      about,
      people: ['712020:ada'],
      identityOwner: '712020:ida',
      escalateTo: null,
    });
    expect(adfProblems(comment), about).toEqual([]);
    expect(adfText(comment)).not.toMatch(FORBIDDEN);
  }
});

test('the issue leads to the desk where its address is known, and says in words where it is in any case', () => {
  const deskUrl = 'https://acme.example.net/jira/apps/app-1/environment-1';
  const words = 'On your desk in Jira: Apps, Seatpath desk';
  for (const request of REQUEST_KINDS) {
    const issue = aRecord('request-issue', { request, state: 'open' });
    const linked = requestDescription(subject({ issue, deskUrl }));
    const plain = requestDescription(subject({ issue }));
    expect(adfProblems(linked), request).toEqual([]);
    const isLink = ({ marks }: ReturnType<typeof adfNodes>[number]): boolean =>
      marks?.some(({ type }) => type === 'link') ?? false;
    const leads = adfNodes(linked).filter(isLink);
    const atAtlassian = {
      type: 'text',
      text: 'Atlassian’s page about it',
      marks: [{ type: 'link', attrs: { href: 'https://support.atlassian.com/x' } }],
    };
    expect(leads, request).toEqual([
      { type: 'text', text: words, marks: [{ type: 'link', attrs: { href: deskUrl } }] },
      atAtlassian,
    ]);
    expect(adfText(plain), request).toBe(adfText(linked));
    expect(adfNodes(plain).filter(isLink), request).toEqual([atAtlassian]);
  }
});

test('however many people an issue asks about, it fits into what Jira takes, and says how many it does not list', () => {
  const long = 'x'.repeat(255);
  const people = Array.from({ length: 500 }, (_, i) => ({
    accountId: `712020:00000000-0000-0000-0000-${String(i).padStart(12, '0')}`,
    userName: long,
    externalId: long,
    product: long,
    found: long,
    freedAlone: false,
    remains: [long, long],
  }));
  for (const count of [1, 10, 60, 500]) {
    const description = requestDescription(subject({ people: people.slice(0, count) }));
    expect(JSON.stringify(description).length, String(count)).toBeLessThanOrEqual(32_767);
    expect(adfProblems(description)).toEqual([]);
    // The last mention is of who asks.
    const listed = JSON.stringify(description).split('"mention"').length - 2;
    expect(listed).toBeGreaterThan(0);
    if (listed < count) expect(adfText(description)).toContain(`And ${count - listed} more`);
  }
});

test('the files name people as the provider does, run nothing in a spreadsheet, and say whom they leave out', () => {
  const user = (accountId: string, userName: string | null, externalId: string | null) => ({
    accountId,
    userName,
    externalId,
    product: 'jira',
    found: 'never used',
  });
  const users = [user('712020:ada', '=ada@acme.example', '00u1'), user('712020:ben', null, null)];
  const group = { groupName: 'sales', profile: null };
  expect(requestFileOf('csv', users, group).text.split('\r\n')[1]).toBe(
    "00u1,'=ada@acme.example,712020:ada,sales,jira,never used",
  );
  expect(requestFileOf('entra', users, group).text.split('\r\n').slice(0, 3)).toEqual([
    'version:v1.0',
    'Member object ID or user principal name [memberObjectIdOrUpn] Required',
    "'=ada@acme.example",
  ]);
  const okta = requestFileOf('okta', users, group).text;
  expect(okta).toContain('DELETE /api/v1/groups/{groupId}/users/00u1');
  expect(okta).toContain('# Not known at the provider: 712020:ben');
  const profile = aRecord('group-profile', { idAtIdp: '00g1' });
  expect(requestFileOf('okta', users, { ...group, profile }).text).toContain('/groups/00g1/users/00u1');
});

test('how long a seat was not used is told as its record keeps it, and the moment of the scan as a person reads it', () => {
  const told = (lastActive: string): string => tellFindings({ findings: ['inactive-seat'], lastActive });
  expect(told('over-180')).toBe('the seat was not used for over 180 days');
  expect(told('2026-06-01T22:00:00Z')).toBe('the seat was last used on 1 June 2026');
  expect(told('recent')).toBe('the seat was not used for longer than setup allows');
  expect(tellFindings({ findings: ['never-active', 'mixed-paths'], lastActive: 'never' })).toBe(
    'the seat was never used; local paths keep the same access; they are decided on their own',
  );
  const words = adfText(requestDescription(subject({ scannedAt: '2026-11-23T09:01:30.000Z' }))).replaceAll(
    '\n',
    '',
  );
  expect(words).toContain(
    'What is asked rests on the scan of 23 November 2026, 09:01 UTC, which was complete, and on Atlassian’s page about it, checked on 1 November 2026.',
  );
});
