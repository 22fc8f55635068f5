import type { OrgSide } from '../admin/side';
import type { Call } from '../http/endpoint';
import type { ProviderState, ScimGroupRecord, ScimUserRecord } from '../world/scim-store';
import { membersByGroup } from './directory';

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
/** Version 1.0 of Atlassian's own extension: real answers say so, some clients expect 1.1 and find nothing. */
export const atlassianSchema = 'urn:scim:schemas:extension:atlassian-external:1.0';

function addressOf(call: Call, state: ProviderState, list: 'Users' | 'Groups', id: string): string {
  return `${call.origin}/scim/directory/${state.provider.scimDirectoryId}/${list}/${id}`;
}

/** A SCIM user; attributes that an identity provider wrote go before what is derived from the account. */
export function showUser(
  side: OrgSide,
  call: Call,
  state: ProviderState,
  record: ScimUserRecord,
): Record<string, unknown> {
  const account = record.accountId === null ? undefined : side.world.accounts.get(record.accountId);
  const name = account?.facts.name ?? record.userName;
  const [givenName = name, ...rest] = name.split(' ');
  const email = account?.facts.email ?? record.userName;
  const groups = [...record.groups].map((id) => ({
    type: 'GROUP',
    value: id,
    display: state.groups.get(id)?.displayName ?? id,
    $ref: addressOf(call, state, 'Groups', id),
  }));
  return {
    schemas: [atlassianSchema, userSchema, enterpriseSchema],
    id: record.id,
    userName: record.userName,
    externalId: record.externalId,
    emails: [{ value: email, type: 'work', primary: true }],
    name: { formatted: name, familyName: rest.join(' '), givenName },
    displayName: name,
    ...record.extra,
    active: record.active,
    groups,
    ...(record.accountId === null ? {} : { [atlassianSchema]: { atlassianAccountId: record.accountId } }),
    meta: {
      resourceType: 'User',
      location: addressOf(call, state, 'Users', record.id),
      created: record.created,
      lastModified: record.lastModified,
    },
  };
}

export function showGroup(
  side: OrgSide,
  call: Call,
  state: ProviderState,
  record: ScimGroupRecord,
): Record<string, unknown> {
  const members = membersByGroup(side, state).get(record.id) ?? [];
  return {
    schemas: [groupSchema],
    id: record.id,
    ...(record.externalId === undefined ? {} : { externalId: record.externalId }),
    displayName: record.displayName,
    members: members.map((member) => ({
      type: 'User',
      value: member.id,
      display: member.userName,
      $ref: addressOf(call, state, 'Users', member.id),
    })),
    meta: {
      resourceType: 'Group',
      location: addressOf(call, state, 'Groups', record.id),
      created: record.created,
      lastModified: record.lastModified,
    },
  };
}
