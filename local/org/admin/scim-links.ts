import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { readBody } from '../http/read-body';
import { Refusal } from '../http/refusal';
import type { ScimUserRecord } from '../world/scim-store';
import { authorize, findAccount, type OrgSide } from './side';

const base = '/admin/user-provisioning/v1/org/{orgId}';

/** Calls of the user provisioning API that take the organization's key. */
export function scimLinkEndpoints(side: OrgSide): Endpoint[] {
  return [
    {
      method: 'GET',
      template: `${base}/user/{aaId}/get-scim-links`,
      family: 'admin',
      answer: (call) => linksOfAccount(side, call),
    },
    {
      method: 'POST',
      template: `${base}/get-scim-links-for-email`,
      family: 'admin',
      answer: (call) => linksOfEmail(side, call),
    },
    {
      method: 'PATCH',
      template: `${base}/scimDirectoryId/{scimDirectoryId}/scimUserId/{scimUserId}/unlink`,
      family: 'admin',
      writes: true,
      answer: (call) => unlink(side, call),
    },
    {
      method: 'DELETE',
      template: `${base}/user/{aaId}/onlyDeleteUserInDB`,
      family: 'admin',
      writes: true,
      answer: (call) => forgetAccount(side, call),
    },
  ];
}

function linksWhere(side: OrgSide, fits: (record: ScimUserRecord) => boolean): unknown[] {
  return [...side.living.providers.values()].flatMap(({ provider, users }) =>
    [...users.values()].filter(fits).map((record) => ({
      scimUserId: record.id,
      atlassianAccountId: record.accountId,
      orgId: side.world.org.id,
      directoryId: provider.scimDirectoryId,
    })),
  );
}

function linksOfAccount(side: OrgSide, call: Call): Reply {
  authorize(side, call, {});
  const account = findAccount(side, call.param('aaId'));
  return { status: 200, body: { scimLinks: linksWhere(side, (record) => record.accountId === account.id) } };
}

function linksOfEmail(side: OrgSide, call: Call): Reply {
  authorize(side, call, {});
  const email = readBody(call, z.object({ email: z.string() })).email.toLowerCase();
  const ofAddress = (record: ScimUserRecord): boolean => {
    const account = record.accountId === null ? undefined : side.world.accounts.get(record.accountId);
    return record.userName.toLowerCase() === email || account?.facts.email?.toLowerCase() === email;
  };
  return { status: 200, body: { scimLinks: linksWhere(side, ofAddress) } };
}

function unlink(side: OrgSide, call: Call): Reply {
  authorize(side, call, { writes: true });
  const record = side.living.providers
    .get(call.param('scimDirectoryId'))
    ?.users.get(call.param('scimUserId'));
  if (record === undefined) throw new Refusal(404, 'ADMIN-404-8', 'No SCIM user has this id.');
  record.accountId = null;
  side.world.touch();
  return { status: 204 };
}

/** Managed accounts only; the records of every SCIM directory go. */
function forgetAccount(side: OrgSide, call: Call): Reply {
  authorize(side, call, { writes: true });
  const account = findAccount(side, call.param('aaId'));
  if (account.facts.claimStatus !== 'managed') {
    throw new Refusal(403, 'ADMIN-403-3', 'The account is not managed by this organization.');
  }
  for (const { users } of side.living.providers.values()) {
    for (const record of [...users.values()]) if (record.accountId === account.id) users.delete(record.id);
  }
  side.world.touch();
  return { status: 204 };
}
