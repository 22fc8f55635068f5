import type { RequestFormat } from '../contracts/calls/route-outs';
import type { GroupProfile } from '../contracts/route-outs';
import { writeCsv } from './csv';

/** One person as the identity provider knows him; null where nothing read tells. */
export interface ProviderUser {
  readonly accountId: string;
  readonly userName: string | null;
  readonly externalId: string | null;
  readonly product: string;
  readonly found: string;
}

/** Columns of Entra’s bulk removal of members (learn.microsoft.com, groups bulk remove members, 2025-06-26). */
const ENTRA_HEAD = 'Member object ID or user principal name [memberObjectIdOrUpn] Required';

interface FileKind {
  readonly extension: string;
  readonly write: (users: readonly ProviderUser[], group: FileGroup) => string;
}

export interface FileGroup {
  readonly groupName: string;
  readonly profile: GroupProfile | null;
}

const csv: FileKind = {
  extension: 'csv',
  write: (users, { groupName }) =>
    writeCsv(
      [
        ['externalId', 'userName', 'accountId', 'group', 'product', 'found'],
        ...users.map((user) => [
          user.externalId ?? '',
          user.userName ?? '',
          user.accountId,
          groupName,
          user.product,
          user.found,
        ]),
      ],
      { begins: true },
    ),
};

const entra: FileKind = {
  extension: 'csv',
  write: (users) =>
    writeCsv(
      [
        ['version:v1.0'],
        [ENTRA_HEAD],
        ...unique(users, ({ userName, externalId }) => userName ?? externalId).map((one) => [one]),
      ],
      { begins: false },
    ),
};

const okta: FileKind = {
  extension: 'txt',
  write: (users, { groupName, profile }) => {
    const group = profile?.idAtIdp ?? '{groupId}';
    const known = unique(users, ({ externalId }) => externalId);
    const left = users.filter(({ externalId }) => externalId === null).map(({ accountId }) => accountId);
    return [
      `# Takes ${known.length} people out of ${groupName} (Okta API, Groups: unassign a user from a group).`,
      ...(profile?.idAtIdp == null ? ['# Put the id of the group in place of {groupId}.'] : []),
      ...known.map((userId) => `DELETE /api/v1/groups/${group}/users/${encodeURIComponent(userId)}`),
      ...(left.length === 0 ? [] : [`# Not known at the provider: ${left.join(', ')}`]),
      '',
    ].join('\n');
  },
};

const fileKinds: Readonly<Record<RequestFormat, FileKind>> = { csv, entra, okta };

function unique(users: readonly ProviderUser[], idOf: (user: ProviderUser) => string | null): string[] {
  return [...new Set(users.flatMap((user) => idOf(user) ?? []))];
}

/** A change file for an identity owner. Nothing runs it but the person who downloads it. */
export function requestFileOf(
  format: RequestFormat,
  users: readonly ProviderUser[],
  group: FileGroup,
): { extension: string; text: string } {
  const { extension, write } = fileKinds[format];
  return { extension, text: write(users, group) };
}
