import { STANDING_STATES } from '../../src/contracts/record-base';
import { CHANGE_STATES, INTENT_STATES, type RecordKind } from '../../src/contracts/records';
import { ATTEMPT_STATES, BOUNDARY_STATES } from '../../src/contracts/overrides';
import { REQUEST_ISSUE_STATES, ROUTE_OUT_STATES } from '../../src/contracts/route-outs';

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
  needs-owner    find-owner    ready          the app
  needs-profile  find-profile  ready          the app
  ready          send          sent           the app
  sent           acknowledge   acknowledged   an identity owner
  sent           claim-done    done-claimed   an identity owner
  sent           dispute       disputed       an identity owner
  acknowledged   claim-done    done-claimed   an identity owner
  acknowledged   dispute       disputed       an identity owner
  not-confirmed  claim-done    done-claimed   an identity owner
  not-confirmed  dispute       disputed       an identity owner
  done-claimed   observe-kept  not-confirmed  the app
  needs-profile  lose-owner    needs-owner    the app
  ready          lose-owner    needs-owner    the app
  sent           lose-owner    needs-owner    the app
  acknowledged   lose-owner    needs-owner    the app
  not-confirmed  lose-owner    needs-owner    the app
  needs-owner    observe-gone  confirmed      the app
  needs-owner    withdraw      withdrawn      a decider
  needs-owner    supersede     superseded     a decider
  needs-profile  observe-gone  confirmed      the app
  needs-profile  withdraw      withdrawn      a decider
  needs-profile  supersede     superseded     a decider
  ready          observe-gone  confirmed      the app
  ready          withdraw      withdrawn      a decider
  ready          supersede     superseded     a decider
  sent           observe-gone  confirmed      the app
  sent           withdraw      withdrawn      a decider
  sent           supersede     superseded     a decider
  acknowledged   observe-gone  confirmed      the app
  acknowledged   withdraw      withdrawn      a decider
  acknowledged   supersede     superseded     a decider
  done-claimed   observe-gone  confirmed      the app
  done-claimed   withdraw      withdrawn      a decider
  done-claimed   supersede     superseded     a decider
  not-confirmed  observe-gone  confirmed      the app
  not-confirmed  withdraw      withdrawn      a decider
  not-confirmed  supersede     superseded     a decider
  disputed       observe-gone  confirmed      the app
  disputed       withdraw      withdrawn      a decider
  disputed       supersede     superseded     a decider`;
const REQUEST_ISSUE = `
  wanted    ask          asked      the app
  asked     create       open       the app
  asked     refuse       wanted     the app
  asked     lose-answer  unknown    the app
  asked     adopt        open       the app
  unknown   adopt        open       the app
  unknown   give-up      wanted     the app
  open      accept       accepted   an identity owner
  open      finish       finished   the app
  open      decline      declined   an identity owner
  accepted  finish       finished   the app
  accepted  decline      declined   an identity owner
  wanted    withdraw     withdrawn  the app`;
const BOUNDARY = `
  proposed  approve    approved    another identity owner
  proposed  decline    declined    another identity owner
  proposed  withdraw   withdrawn   a decider
  proposed  supersede  superseded  a decider
  approved  decline    declined    an identity owner
  approved  use        used        the app
  approved  withdraw   withdrawn   a decider
  approved  supersede  superseded  a decider`;
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
    begins: ['needs-owner', 'needs-profile', 'ready'],
    ends: ['confirmed', 'withdrawn', 'superseded'],
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
  'group-profile': standing,
  'request-issue': {
    text: REQUEST_ISSUE,
    begins: ['wanted'],
    ends: ['finished', 'declined', 'withdrawn'],
    states: REQUEST_ISSUE_STATES,
  },
  pool: standing,
  'invoice-line': standing,
  'boundary-exception': {
    text: BOUNDARY,
    begins: ['proposed'],
    ends: ['used', 'declined', 'withdrawn', 'superseded'],
    states: BOUNDARY_STATES,
  },
  'override-attempt': { text: '', begins: ['refused'], ends: ['refused'], states: ATTEMPT_STATES },
};

export interface Line {
  readonly from: string;
  readonly move: string;
  readonly to: string;
  readonly by: string;
}
export function linesOf(text: string): Line[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [from, move, to, ...by] = line.trim().split(/\s+/);
    return { from: from!, move: move!, to: to!, by: by.join(' ') };
  });
}
export const lineOf = (text: string, from: string, move: string): Line | undefined =>
  linesOf(text).find((line) => line.from === from && line.move === move);
