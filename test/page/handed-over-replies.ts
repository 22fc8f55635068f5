import { type HandedOver } from '../../src/contracts/calls/route-outs';
import { type AnswerKind, type GroupProfile, type RouteOutState } from '../../src/contracts/route-outs';
import { BOARD, type Board } from './example-handed-over';
import { NOW, OWNER_SESSION } from './example-org';
import { aRecord } from './example-records';
import { type Replies } from './replies';

type HandedOverCall = 'requests/list' | 'route-outs/answer' | 'group-profiles/record' | 'requests/file';

/** Where an answer leaves a row; the others dispute it. */
const STATE_AFTER: Partial<Record<AnswerKind, RouteOutState>> = {
  done: 'done-claimed',
  accepted: 'acknowledged',
  planned: 'acknowledged',
};

/** What the app answers about what is handed over; answers and what is said of groups stay. */
export function handedOverReplies(): Pick<Replies, HandedOverCall> {
  let board: Board = BOARD;
  const profiles = new Map<string, GroupProfile>();
  const change = (turn: (line: HandedOver) => HandedOver): void => {
    board = {
      ...board,
      providers: board.providers.map((provider) => ({
        ...provider,
        issues: provider.issues.map((line) => ({ ...line, rows: line.rows.map(turn) })),
      })),
    };
  };
  return {
    'requests/list': () => ({
      ...board,
      providers: board.providers.map((provider) => ({
        ...provider,
        issues: provider.issues.map((line) => ({
          ...line,
          profile: profiles.get(line.issue.groupId) ?? line.profile,
        })),
      })),
    }),
    'route-outs/answer': ({ recordId, says, until }) => {
      const answer = { says, until, by: OWNER_SESSION.accountId, at: NOW, through: 'page' } as const;
      const state = STATE_AFTER[says] ?? 'disputed';
      change((line) =>
        line.record.id === recordId
          ? { ...line, record: { ...line.record, answer, state }, answers: [] }
          : line,
      );
      return aRecord('route-out', { id: recordId, answer, state });
    },
    'group-profiles/record': ({ after, ...said }) => {
      const profile = aRecord('group-profile', { ...said, supersedes: after });
      profiles.set(said.groupId, profile);
      return profile;
    },
    'requests/file': ({ issueId, format }) => ({
      name: `IAM-42-${format}.${format === 'okta' ? 'txt' : 'csv'}`,
      text: `people of ${issueId}`,
    }),
  };
}
