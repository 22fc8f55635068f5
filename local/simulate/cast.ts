import { people, situations } from '../org/demo/people';
import type { OrgFile } from '../org/org-file';

/** What is true of people of the organization, whatever any tool can see of them. */
export interface Cast {
  /** Whose seat must not go: what works by token, what runs the place. */
  readonly protected: ReadonlySet<string>;
  /** Away, and back on a day. */
  readonly onLeave: ReadonlySet<string>;
  /** Whom the provider calls gone, now or in the weeks to come: none of them asks for a seat again. */
  readonly gone: ReadonlySet<string>;
}

const ADMIN_ROLE = 'atlassian/admin';

/** Who is who in the demo organization. */
export function castOf({ users, groups, timeline }: OrgFile): Cast {
  const adminGroups = new Set(
    groups.filter(({ grants }) => grants.some(({ roles }) => roles.includes(ADMIN_ROLE))).map(({ id }) => id),
  );
  const admins = users.filter(
    (user) => (user.platformRoles?.length ?? 0) > 0 || user.groups.some((id) => adminGroups.has(id)),
  );
  return {
    protected: new Set([
      ...Object.values(people).filter((id) => id !== people.threePaths && id !== people.plainUser),
      situations.integrationReports,
      situations.integrationBuild,
      situations.serviceAccount,
      situations.appAccount,
      ...admins.map(({ accountId }) => accountId),
    ]),
    onLeave: new Set([situations.onLeaveParent, situations.onLeaveSabbatical]),
    gone: new Set([
      ...users.filter(({ scim }) => scim?.active === false).map(({ accountId }) => accountId),
      ...timeline.flatMap((event) =>
        event.do === 'set-user' && event.set.scim?.active === false ? [event.accountId] : [],
      ),
    ]),
  };
}
