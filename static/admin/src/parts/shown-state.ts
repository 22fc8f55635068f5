/** The state that a record is shown in: past its last day it is over, whatever is written into it. */
export function shownState<S extends string>({ state }: { state: S }, inForce: boolean): S | 'over' {
  return state === 'standing' && !inForce ? 'over' : state;
}
