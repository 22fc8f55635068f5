import { BOUNDARY_STATES } from '../../../../src/contracts/overrides';
import { STANDING_STATES } from '../../../../src/contracts/record-base';
import { CHANGE_STATES, INTENT_STATES } from '../../../../src/contracts/records';
import { REQUEST_ISSUE_STATES, ROUTE_OUT_STATES } from '../../../../src/contracts/route-outs';
import { type Translate } from '../texts/texts';

const STATES = [
  ...STANDING_STATES,
  ...ROUTE_OUT_STATES,
  ...REQUEST_ISSUE_STATES,
  ...CHANGE_STATES,
  ...INTENT_STATES,
  ...BOUNDARY_STATES,
] as const;

/** What it is to come to a state, in words; a state that the page does not know stands for itself. */
export function tellStep(t: Translate, to: string): string {
  const state = STATES.find((known) => known === to);
  return state === undefined ? to : t(`step.${state}`);
}
