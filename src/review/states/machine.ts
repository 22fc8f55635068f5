import type { RecordKind } from '../../contracts/records';

/**
 * Who may take a step: whoever decides, another person than the one who asked, any Jira admin, an identity owner of
 * the provider that it is about, one of these who neither asked nor is the person in question, or the app alone.
 */
export type Mover =
  'decider' | 'second-person' | 'site-admin' | 'identity-owner' | 'other-identity-owner' | 'seatpath';

export const MOVE_NAMES = [
  'approve',
  'claim',
  'return',
  'withdraw',
  'end',
  'supersede',
  'find-owner',
  'lose-owner',
  'find-profile',
  'send',
  'acknowledge',
  'claim-done',
  'dispute',
  'observe-gone',
  'observe-kept',
  'find-void',
  'ask',
  'refuse',
  'lose-answer',
  'create',
  'adopt',
  'give-up',
  'accept',
  'finish',
  'decline',
  'use',
] as const;
export type MoveName = (typeof MOVE_NAMES)[number];

export interface Transition {
  readonly from: string;
  readonly move: MoveName;
  readonly to: string;
  readonly by: Mover;
  readonly because: string;
}

/** The states of one kind of thing and every step between them. What is not listed cannot happen. */
export interface StateTable {
  readonly of: RecordKind | 'cycle';
  readonly initial: readonly string[];
  readonly transitions: readonly Transition[];
}

/** The step that a move takes from a state; null where the table has none. */
export function stepFor(table: StateTable, from: string, move: MoveName): Transition | null {
  return table.transitions.find((one) => one.from === from && one.move === move) ?? null;
}

/** Whether nothing can follow a state. */
export function isFinal(table: StateTable, state: string): boolean {
  return !table.transitions.some((one) => one.from === state);
}
