import { accountIdOf } from './ids';

/** Accounts of the demo organization that stay the same whatever the seed. */
export const people = {
  /** Organization admin, and Jira admin on both sites. */
  orgAdmin: accountIdOf('org admin'),
  /** Jira admin of the main site, no organization admin. */
  jiraAdmin: accountIdOf('jira admin'),
  /** Answers for what the identity provider writes. */
  identityOwner: accountIdOf('identity owner'),
  /** Jira admins of the main site with a role in Seatpath. */
  reviewer: accountIdOf('reviewer'),
  finance: accountIdOf('finance'),
  auditor: accountIdOf('auditor'),
  plainUser: accountIdOf('plain user'),
  /** Holds the main site's Jira through a synced, a default and a legacy local group at once. */
  threePaths: accountIdOf('three paths'),
} as const;

/** One account for each situation of the list of quirks (Q…) that hangs on an account. */
export const situations = {
  deactivatedInLocalGroup: accountIdOf('Q8'),
  unmanagedInactiveInScim: accountIdOf('Q9'),
  deletedInProvider: accountIdOf('Q10'),
  accountThatIsGone: accountIdOf('Q10 gone'),
  reactivatedButSuspended: accountIdOf('Q11'),
  movedMailOld: accountIdOf('Q12 old'),
  movedMailNew: accountIdOf('Q12 new'),
  renamedOld: accountIdOf('Q13 old'),
  renamedNew: accountIdOf('Q13 new'),
  parentGroupOnly: accountIdOf('Q17'),
  comesBackByDomain: accountIdOf('Q21'),
  directRole: accountIdOf('Q22'),
  directBesideGroup: accountIdOf('Q22 beside'),
  siteAdmin: accountIdOf('Q23'),
  guestsOnly: accountIdOf('Q24'),
  unknownRole: accountIdOf('Q25'),
  suspendedInOne: accountIdOf('Q26'),
  notInvited: accountIdOf('Q27'),
  forDeletion: accountIdOf('Q28 deletion'),
  closed: accountIdOf('Q28 closed'),
  serviceAccount: accountIdOf('Q29 service'),
  appAccount: accountIdOf('Q29 app'),
  customer: accountIdOf('Q29 customer'),
  activeElsewhere: accountIdOf('Q37'),
  movesDuringScan: accountIdOf('Q39'),
  integrationReports: accountIdOf('integration reports'),
  integrationBuild: accountIdOf('integration build'),
  onLeaveParent: accountIdOf('on leave parent'),
  onLeaveSabbatical: accountIdOf('on leave sabbatical'),
} as const;
