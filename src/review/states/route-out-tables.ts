import type { StateTable, Transition } from './machine';
import { superseded } from './standing-tables';

/** Rows of which somebody still has to do or to see something. */
const UNDER_WAY = [
  'needs-owner',
  'needs-profile',
  'ready',
  'sent',
  'acknowledged',
  'done-claimed',
  'not-confirmed',
  'disputed',
];

/** Rows that are with the identity owner. */
const WITH_OWNER = ['sent', 'acknowledged', 'not-confirmed'];

/** One row that is handed over. The change is the identity owner’s; that it was made, only a look can confirm. */
export const routeOut: StateTable = {
  of: 'route-out',
  initial: ['needs-owner', 'needs-profile', 'ready'],
  transitions: [
    {
      from: 'needs-owner',
      move: 'find-owner',
      to: 'ready',
      by: 'seatpath',
      because: 'An identity owner has been named.',
    },
    {
      from: 'needs-profile',
      move: 'find-profile',
      to: 'ready',
      by: 'seatpath',
      because: 'It is known how people get into the group.',
    },
    {
      from: 'ready',
      move: 'send',
      to: 'sent',
      by: 'seatpath',
      because: 'The issue is with the identity owner: a correct outcome, not an open end.',
    },
    {
      from: 'sent',
      move: 'acknowledge',
      to: 'acknowledged',
      by: 'identity-owner',
      because: 'The identity owner has taken it on, or has named a day.',
    },
    ...WITH_OWNER.map((from): Transition => ({
      from,
      move: 'claim-done',
      to: 'done-claimed',
      by: 'identity-owner',
      because: 'The identity owner says that it is done; nobody has seen it yet.',
    })),
    ...WITH_OWNER.map((from): Transition => ({
      from,
      move: 'dispute',
      to: 'disputed',
      by: 'identity-owner',
      because: 'The identity owner says no, with the reason: it is decided anew.',
    })),
    ...UNDER_WAY.map((from): Transition => ({
      from,
      move: 'observe-gone',
      to: 'confirmed',
      by: 'seatpath',
      because: 'The membership was looked for and is gone. Only that proves the change.',
    })),
    {
      from: 'done-claimed',
      move: 'observe-kept',
      to: 'not-confirmed',
      by: 'seatpath',
      because: 'A day after the claim, and two syncs later, it is still there.',
    },
    ...['needs-profile', 'ready', ...WITH_OWNER].map((from): Transition => ({
      from,
      move: 'lose-owner',
      to: 'needs-owner',
      by: 'seatpath',
      because: 'The account of whoever was asked is closed, and there is no deputy.',
    })),
    ...UNDER_WAY.map((from): Transition => ({
      from,
      move: 'withdraw',
      to: 'withdrawn',
      by: 'decider',
      because: 'The identity owner is no longer asked.',
    })),
    ...superseded(...UNDER_WAY),
  ],
};

/** The issue that carries rows. What is asked of Jira is written down first, so that a crash leaves a trace. */
export const requestIssue: StateTable = {
  of: 'request-issue',
  initial: ['wanted'],
  transitions: [
    {
      from: 'wanted',
      move: 'ask',
      to: 'asked',
      by: 'seatpath',
      because: 'Jira is asked for the issue; from here on there may be one.',
    },
    {
      from: 'asked',
      move: 'create',
      to: 'open',
      by: 'seatpath',
      because: 'Jira has created it.',
    },
    {
      from: 'asked',
      move: 'refuse',
      to: 'wanted',
      by: 'seatpath',
      because: 'Jira said no, so there is none.',
    },
    {
      from: 'asked',
      move: 'lose-answer',
      to: 'unknown',
      by: 'seatpath',
      because: 'The request ended without an answer: there may be an issue or not.',
    },
    ...['asked', 'unknown'].map((from): Transition => ({
      from,
      move: 'adopt',
      to: 'open',
      by: 'seatpath',
      because: 'Search found the issue by its label.',
    })),
    {
      from: 'unknown',
      move: 'give-up',
      to: 'wanted',
      by: 'seatpath',
      because: 'Two searches, longer apart than search may lag, found none.',
    },
    {
      from: 'open',
      move: 'accept',
      to: 'accepted',
      by: 'identity-owner',
      because: 'The identity owner works on it: what is found later gets an issue of its own.',
    },
    ...['open', 'accepted'].map((from): Transition => ({
      from,
      move: 'finish',
      to: 'finished',
      by: 'seatpath',
      because: 'None of its rows is under way any more.',
    })),
    ...['open', 'accepted'].map((from): Transition => ({
      from,
      move: 'decline',
      to: 'declined',
      by: 'identity-owner',
      because: 'The identity owner closed it without doing it: its rows are disputed.',
    })),
    {
      from: 'wanted',
      move: 'withdraw',
      to: 'withdrawn',
      by: 'seatpath',
      because: 'None of its rows is wanted any more, and Jira was never asked.',
    },
  ],
};
