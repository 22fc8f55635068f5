import { z } from 'zod';
import { count, flag, id, text } from './common';

/** Version 1.0 in real data; clients that ask for 1.1 read empty account ids. */
export const ATLASSIAN_EXTENSION = 'urn:scim:schemas:extension:atlassian-external:1.0';

const list = { totalResults: count, startIndex: count, itemsPerPage: count };

export const ScimUsersAnswer = z.looseObject({
  ...list,
  Resources: z
    .array(
      z.looseObject({
        id,
        userName: text,
        externalId: text,
        active: flag,
        [ATLASSIAN_EXTENSION]: z.looseObject({ atlassianAccountId: text }).nullish(),
      }),
    )
    .nullish(),
});
export type ScimUserAnswer = NonNullable<z.infer<typeof ScimUsersAnswer>['Resources']>[number];

export const ScimGroupsAnswer = z.looseObject({
  ...list,
  Resources: z.array(z.looseObject({ id, displayName: text })).nullish(),
});
