import {
  type CheckParams,
  type FindingCode,
  type SetupFinding,
  setupFindings,
} from '../../../contracts/setup-checks';

/** What a finding has to name, as the table of findings says. */
type ParamsOf<C extends FindingCode> = {
  [N in (typeof setupFindings)[C]['names'][number]]: Exclude<CheckParams[N], undefined>;
};
type Rest<C extends FindingCode> = [(typeof setupFindings)[C]['names'][number]] extends [never]
  ? []
  : [params: ParamsOf<C>];

/** A finding with all that it has to name; how it stands is said by its code. */
export function found<C extends FindingCode>(code: C, ...rest: Rest<C>): SetupFinding {
  return { code, state: setupFindings[code].state, params: { ...rest[0] } };
}
