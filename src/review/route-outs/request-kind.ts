import type { Evidence } from '../../contracts/evidence';
import type { GroupProfile, RequestKind, RouteOut } from '../../contracts/route-outs';

/** Rows of one group at one provider that could be asked about together. */
export interface RequestFacts {
  /** Null where nobody has said yet how people get into the group. */
  readonly profile: GroupProfile | null;
  /** Rows to be asked about, and the people in the group; null where its members did not add up. */
  readonly rows: number;
  readonly groupPeople: number | null;
  /** Accounts of the organization. */
  readonly accounts: number;
}

export interface RequestRule {
  readonly request: RequestKind;
  readonly when: (facts: RequestFacts) => boolean;
  readonly because: string;
}

/** A share of a group from which on its design is in question, not its members one by one. */
export const DESIGN_SHARE = 0.2;
/** A share of all accounts from which on a group is given to everybody. */
export const BIRTHRIGHT_SHARE = 0.8;
/** Below so many people a share says nothing. */
export const DESIGN_ROWS = 5;

/** What is asked for, for all rows of a group that are not about leavers; the first rule that holds. */
export const requestRules: readonly RequestRule[] = [
  {
    request: 'design',
    when: ({ groupPeople, accounts }) => groupPeople !== null && groupPeople >= accounts * BIRTHRIGHT_SHARE,
    because: 'Nearly everybody is in this group: whoever is taken out of it will be put back.',
  },
  {
    request: 'design',
    when: ({ rows, groupPeople }) =>
      groupPeople !== null && rows >= DESIGN_ROWS && rows > groupPeople * DESIGN_SHARE,
    because: 'More than a fifth of the group is in question: its purpose is, not its members one by one.',
  },
  {
    request: 'rule-change',
    when: ({ profile }) => profile !== null && ['rule', 'dynamic', 'hr'].includes(profile.membership),
    because: 'A rule or a system of record puts people in: taken out by hand, they come back.',
  },
  {
    request: 'membership',
    when: () => true,
    because: 'It is about some people of the group, not about what the group is for.',
  },
];

/** Whether the provider says that the person is gone: then it is asked whether he is, not for a change. */
export const isLeaver = ({ findings }: Pick<Evidence, 'findings'>): boolean =>
  findings.includes('scim-inactive-billable');

export const LEAVER_BECAUSE =
  'The identity provider has deactivated the person, and the membership is still there: one of the two is wrong.';

export const PROFILE_BECAUSE =
  'What to ask for depends on how people get into the group, and nobody has said so yet.';

/** Arranges rows of one group at one provider by what is asked for. */
export function requestsFor(
  rows: readonly RouteOut[],
  facts: Omit<RequestFacts, 'rows'>,
): Map<RequestKind, RouteOut[]> {
  const leavers = rows.filter(({ evidence }) => isLeaver(evidence));
  const others = rows.filter(({ evidence }) => !isLeaver(evidence));
  const requests = new Map<RequestKind, RouteOut[]>();
  if (leavers.length > 0) requests.set('leaver-check', leavers);
  const rule = requestRules.find((one) => one.when({ ...facts, rows: others.length }))!;
  if (others.length > 0) requests.set(rule.request, others);
  return requests;
}

/** Why rows are asked about in this way. */
export function becauseOf(request: RequestKind, facts: RequestFacts): string {
  if (request === 'leaver-check') return LEAVER_BECAUSE;
  if (request === 'profile') return PROFILE_BECAUSE;
  const holds = requestRules.find((rule) => rule.request === request && rule.when(facts));
  return (holds ?? requestRules.find((rule) => rule.request === request)!).because;
}
