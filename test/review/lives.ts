import { STANDING_STATES } from '../../src/contracts/record-base';
import { CHANGE_STATES, INTENT_STATES, type RecordKind } from '../../src/contracts/records';
import { ROUTE_OUT_STATES } from '../../src/contracts/route-outs';

/*
 * What may become of each kind of record, written down a second time: from, move, to, and who may. What does not
 * stand here must not happen.
 */
const HOLDS_UNTIL_ITS_END = `
  standing     end           ended       a decider
  standing     supersede     superseded  a decider`;
const CHANGE = `
  planned      approve       approved    somebody else
  planned      withdraw      withdrawn   a decider
  planned      observe-gone  confirmed   the app
  planned      supersede     superseded  a decider
  approved     claim         claimed     an admin
  approved     withdraw      withdrawn   a decider
  approved     observe-gone  confirmed   the app
  approved     supersede     superseded  a decider
  claimed      return        returned    an admin
  claimed      observe-gone  confirmed   the app
  claimed      observe-kept  returned    the app
  claimed      supersede     superseded  a decider`;
const ROUTE_OUT = `
  needs-owner  find-owner    unsent      a decider
  needs-owner  withdraw      withdrawn   a decider
  needs-owner  supersede     superseded  a decider
  unsent       send          sent        the app
  unsent       withdraw      withdrawn   a decider
  unsent       supersede     superseded  a decider
  sent         withdraw      withdrawn   a decider
  sent         supersede     superseded  a decider`;
const INTENT = `
  proposed     approve       standing    somebody else
  proposed     withdraw      withdrawn   a decider
  proposed     supersede     superseded  a decider
  standing     withdraw      withdrawn   a decider
  standing     find-void     void        the app
  standing     supersede     superseded  a decider`;
export const CYCLE = `
  collecting   open          open        the app
  collecting   lapse         lapsed      the app
  open         close         closed      a decider
  open         close-empty   closed      the app
  open         lapse         lapsed      the app`;

interface Life {
  readonly text: string;
  readonly begins: readonly string[];
  readonly ends: readonly string[];
  readonly states: readonly string[];
}
const standing = {
  text: HOLDS_UNTIL_ITS_END,
  begins: ['standing'],
  ends: ['ended', 'superseded'],
  states: STANDING_STATES,
};
const change = {
  text: CHANGE,
  begins: ['planned'],
  ends: ['confirmed', 'returned', 'withdrawn', 'superseded'],
  states: CHANGE_STATES,
};
export const LIVES: Readonly<Record<RecordKind, Life>> = {
  'route-out': {
    text: ROUTE_OUT,
    begins: ['needs-owner', 'unsent'],
    ends: ['withdrawn', 'superseded'],
    states: ROUTE_OUT_STATES,
  },
  intent: {
    text: INTENT,
    begins: ['proposed', 'standing'],
    ends: ['void', 'withdrawn', 'superseded'],
    states: INTENT_STATES,
  },
  'local-action': change,
  redesign: change,
  exception: standing,
  hold: standing,
  keep: standing,
  protection: standing,
  'source-attestation': standing,
  'settings-attestation': standing,
  stewardship: standing,
};

export interface Line {
  readonly from: string;
  readonly move: string;
  readonly to: string;
  readonly by: string;
}
export function linesOf(text: string): Line[] {
  const lines = text.trim().split('\n');
  return lines.map((line) => {
    const [from, move, to, ...by] = line.trim().split(/\s+/);
    return { from: from!, move: move!, to: to!, by: by.join(' ') };
  });
}
export const lineOf = (text: string, from: string, move: string): Line | undefined =>
  linesOf(text).find((line) => line.from === from && line.move === move);
