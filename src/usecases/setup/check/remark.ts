import {
  type CheckParams,
  type RemarkCode,
  type SetupRemark,
  setupRemarks,
} from '../../../contracts/setup-checks';

/** What a remark has to name, as the table of remarks says. */
type ParamsOf<C extends RemarkCode> = {
  [N in (typeof setupRemarks)[C]['names'][number]]: Exclude<CheckParams[N], undefined>;
};
type Rest<C extends RemarkCode> = [(typeof setupRemarks)[C]['names'][number]] extends [never]
  ? []
  : [params: ParamsOf<C>];

/** A remark with all that it has to name; how it stands is said by its code. */
export function remark<C extends RemarkCode>(code: C, ...rest: Rest<C>): SetupRemark {
  return { code, state: setupRemarks[code].state, params: { ...rest[0] } };
}
