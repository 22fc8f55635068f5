import { z } from 'zod';
import type { OrgSide } from '../admin/side';
import type { Call, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import type { Account } from '../world/model';
import type { ProviderState, ScimUserRecord } from '../world/scim-store';
import { syncAccount } from '../world/sync';
import { findUser, openDirectory } from './directory';
import { patched, readScimBody } from './patch';
import { showUser } from './show';

const userBody = z.looseObject({
  userName: z.string().min(1),
  externalId: z.string().optional(),
  active: z.boolean().optional(),
  emails: z.array(z.looseObject({ value: z.string(), primary: z.boolean().optional() })).optional(),
  displayName: z.string().optional(),
  name: z
    .looseObject({
      formatted: z.string().optional(),
      givenName: z.string().optional(),
      familyName: z.string().optional(),
    })
    .optional(),
});
type UserBody = z.infer<typeof userBody>;

/** Attributes that the simulation keeps as they were sent. */
const keptAttributes = [
  'name',
  'displayName',
  'nickName',
  'title',
  'department',
  'organization',
  'timezone',
  'preferredLanguage',
  'phoneNumbers',
  'emails',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
];

export function createUser(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const body = readScimBody(call, userBody);
  refuseTakenName(state, body.userName);
  const account = accountFor(side, body);
  const at = side.world.instant();
  const record: ScimUserRecord = {
    id: side.world.newId('scim-user'),
    userName: body.userName,
    externalId: body.externalId ?? '',
    active: body.active ?? true,
    accountId: account.id,
    groups: new Set(),
    created: at,
    lastModified: at,
    extra: {},
  };
  state.users.set(record.id, record);
  write(side, state, record, body);
  return { status: 200, body: showUser(side, call, state, record) };
}

/** Attributes that are not sent are cleared. */
export function replaceUser(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const record = findUser(state, call.param('userId'));
  write(side, state, record, readScimBody(call, userBody));
  return { status: 200, body: showUser(side, call, state, record) };
}

export function patchUser(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const record = findUser(state, call.param('userId'));
  const parsed = userBody.safeParse(patched(call, showUser(side, call, state, record)));
  if (!parsed.success) throw new Refusal(400, 'invalidValue', 'The patch leaves a user that does not fit.');
  write(side, state, record, parsed.data);
  return { status: 200, body: showUser(side, call, state, record) };
}

/** Unlinks, and deactivates a managed account. */
export function deleteUser(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const record = findUser(state, call.param('userId'));
  record.active = false;
  applyActivity(side, record);
  state.users.delete(record.id);
  if (record.accountId !== null) syncAccount(side.world, state, record.accountId);
  side.world.touch();
  return { status: 204 };
}

function refuseTakenName(state: ProviderState, userName: string, self?: ScimUserRecord): void {
  const taken = [...state.users.values()].some(
    (other) => other !== self && other.userName.toLowerCase() === userName.toLowerCase(),
  );
  if (taken) throw new Refusal(409, 'uniqueness', `A user named ${userName} exists already.`);
}

function write(side: OrgSide, state: ProviderState, record: ScimUserRecord, body: UserBody): void {
  refuseTakenName(state, body.userName, record);
  record.userName = body.userName;
  record.externalId = body.externalId ?? '';
  record.active = body.active ?? true;
  record.lastModified = side.world.instant();
  record.extra = Object.fromEntries(keptAttributes.flatMap((key) => (key in body ? [[key, body[key]]] : [])));
  applyActivity(side, record);
  if (record.accountId !== null) syncAccount(side.world, state, record.accountId);
  side.world.touch();
}

/**
 * What `active` does to the account: a managed one is deactivated or comes back; an unmanaged one stays as it is
 * and only leaves the synced groups.
 */
function applyActivity(side: OrgSide, record: ScimUserRecord): void {
  const account = record.accountId === null ? undefined : side.world.accounts.get(record.accountId);
  if (account === undefined) return;
  if (account.facts.claimStatus === 'unmanaged') {
    if (!record.active) record.groups.clear();
    return;
  }
  const accountStatus = record.active ? 'active' : 'inactive';
  if (account.facts.accountStatus === accountStatus || account.facts.accountStatus === 'closed') return;
  const status = record.active ? statusOf(account) : 'deactivated';
  side.world.setAccount(account.id, { accountStatus, status });
  side.world.record({
    action: `user_${record.active ? 'reactivated' : 'deactivated'}`,
    actor: 'sync',
    accountId: account.id,
    cause: 'sync',
  });
}

function statusOf(account: Account): 'active' | 'suspended' | 'not_invited' {
  const { membershipStatus } = account.facts;
  return membershipStatus === 'no_membership' ? 'not_invited' : membershipStatus;
}

/** The account with this address, or a new one; managed when its domain is claimed. */
function accountFor(side: OrgSide, body: UserBody): Account {
  const email =
    (body.emails?.find(({ primary }) => primary === true) ?? body.emails?.[0])?.value ?? body.userName;
  for (const account of side.world.accounts.values()) {
    if (account.facts.email?.toLowerCase() === email.toLowerCase()) return account;
  }
  const domain = email.slice(email.indexOf('@') + 1).toLowerCase();
  const claimed = side.world.domains.some((known) => known.claimed && known.name.toLowerCase() === domain);
  const full = [body.name?.givenName, body.name?.familyName].filter((part) => part !== undefined).join(' ');
  return side.world.addAccount({
    accountId: side.world.newId('account'),
    accountType: 'atlassian',
    name: body.displayName ?? (full === '' ? body.userName : full),
    email,
    accountStatus: 'active',
    membershipStatus: 'active',
    status: 'active',
    claimStatus: claimed ? 'managed' : 'unmanaged',
    managementSource: 'synced',
    addedToOrg: side.world.instant(),
    groups: [],
  });
}
