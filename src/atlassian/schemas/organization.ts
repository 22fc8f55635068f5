import { z } from 'zod';
import { count, flag, id, links, text } from './common';

export const OrgAnswer = z.looseObject({
  data: z.looseObject({ id, attributes: z.looseObject({ name: text }).nullish() }).nullish(),
});

export const OrgsAnswer = z.looseObject({
  data: z.array(z.looseObject({ id })).nullish(),
  links,
});

export const DirectoriesAnswer = z.looseObject({
  data: z.array(z.looseObject({ directoryId: id, name: text })).nullish(),
  links,
});

export const WorkspacesAnswer = z.looseObject({
  data: z
    .array(
      z.looseObject({
        id,
        attributes: z
          .looseObject({ name: text, typeKey: text, sandbox: z.looseObject({ type: text }).nullish() })
          .nullish(),
      }),
    )
    .nullish(),
  links,
});

export const CountAnswer = z.looseObject({ count });

export const GroupsAnswer = z.looseObject({
  data: z.array(
    z.looseObject({
      id,
      name: text,
      directoryId: text,
      externalSynced: flag,
      managedBy: text,
      managementAccess: z.looseObject({ modifiable: flag }).nullish(),
      counts: z.looseObject({ users: count, resources: count }).nullish(),
    }),
  ),
  links,
});
export type GroupAnswer = z.infer<typeof GroupsAnswer>['data'][number];

export const GroupRolesAnswer = z.looseObject({
  data: z
    .array(
      z.looseObject({
        resourceId: id,
        resourceOwner: text,
        defaultRole: text,
        roles: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
  links,
});

export const UsersAnswer = z.looseObject({
  data: z.array(
    z.looseObject({
      accountId: id,
      accountType: text,
      status: text,
      accountStatus: text,
      membershipStatus: text,
      claimStatus: text,
      managementSource: text,
      addedToOrg: text,
      name: text,
      nickname: text,
      email: text,
      platformRoles: z.array(z.string()).nullish(),
      counts: z.looseObject({ resources: count }).nullish(),
      productAccess: z.array(z.looseObject({ key: text, id: text, lastActiveTimestamp: text })).nullish(),
      groups: z.array(z.looseObject({ id })).nullish(),
    }),
  ),
  links,
});
export type UserAnswer = z.infer<typeof UsersAnswer>['data'][number];

export const UserRolesAnswer = z.looseObject({
  data: z
    .array(
      z.looseObject({
        resourceId: id,
        resourceOwner: text,
        directoryId: text,
        userDirectoryStatus: text,
        roleAssignments: z
          .array(z.looseObject({ role: z.string(), roleAssignmentMethods: z.array(z.string()).nullish() }))
          .nullish(),
        roles: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
  links,
});
export type UserRoleAnswer = NonNullable<z.infer<typeof UserRolesAnswer>['data']>[number];
