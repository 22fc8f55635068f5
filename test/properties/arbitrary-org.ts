import fc from 'fast-check';
import type { OrgFile, OrgFileGroup, OrgFileUser } from '../../local/org/org-file';
import { aGroup, anIdp, anOrg, aResource, aUser, WORLD_NOW } from '../support/org-builder';

/** The largest random world. */
export const LARGEST = { accounts: 40, groups: 15, resources: 4 } as const;

const ROLES = ['user', 'admin', 'guest', 'customer', 'contributor', 'basic', 'stakeholder'];
const ODD_ROLES = ['user-access-admin', 'org-admin', 'site-admin', 'viewer', 'foo'];
const DAY_SECONDS = 86_400;

type Witnesses = Pick<OrgFileGroup, 'externalSynced' | 'managedBy'>;

/** A draw of one value; the whole world comes out of a list of such draws, so that it shrinks. */
type Draw = <Value>(values: readonly [Value, ...Value[]]) => Value;

/**
 * Organizations of up to 40 accounts, 15 groups and 4 resources: every class of owner, missing and contradicting
 * witnesses, locked groups, odd roles, all account states, direct and inferred roles, SCIM records that are linked,
 * unlinked, orphaned or doubled, one to three directories.
 */
export const arbitraryOrg: fc.Arbitrary<OrgFile> = fc.gen().map((gen) => {
  const draw: Draw = (values) => values[gen(fc.nat, { max: values.length - 1 })]!;
  const upTo = (max: number): number => gen(fc.nat, { max });
  const often = (): boolean => upTo(3) > 0;
  const rarely = (): boolean => upTo(7) === 7;
  const some = <Value>(values: readonly Value[], max: number): Value[] =>
    values.length === 0 ? [] : [...new Set(list(upTo(max), () => values[upTo(values.length - 1)]!))];
  const role = (): string => `atlassian/${often() ? draw(asMany(ROLES)) : draw(asMany(ODD_ROLES))}`;
  const billingRole = (): string => (often() ? 'atlassian/user' : role());

  const directories = list(1 + upTo(2), (i) => ({ id: `directory-${i}`, name: `directory ${i}` }));
  const idps = list(upTo(3), (i) => anIdp(`idp-${i}`, draw(['scim', 'scim', 'scim', 'google'])));
  const resources = list(1 + upTo(LARGEST.resources - 1), (i) =>
    aResource(`${draw(['jira', 'jsm', 'confluence'])}@site-${i}`, rarely() ? { sandbox: true } : {}),
  );
  const groups = list(upTo(LARGEST.groups), (i) => someGroup(i));
  const users = list(upTo(LARGEST.accounts), (i) => someUser(i));
  const scimRecords = idps.length === 0 ? [] : list(upTo(4), (i) => looseRecord(i));
  return anOrg({ directories, identityProviders: idps, resources, groups, users, scimRecords });

  function someGroup(i: number): OrgFileGroup {
    const directoryId = draw(asMany(directories)).id;
    // Two groups may share a name, if not their directory.
    const name = `${draw(['eng', 'ops', 'Eng', 'users'])}${rarely() ? '' : `-${i}`} in ${rarely() ? 'all' : directoryId}`;
    const synced: Witnesses = { externalSynced: true, managedBy: 'external' };
    const local: Witnesses = {
      externalSynced: false,
      managedBy: draw(['admins', 'admins', 'team-members', 'open']),
    };
    const witnesses = draw(
      asMany<Witnesses>([
        ...[synced, synced, synced, local, local, local, local],
        { ...synced, managedBy: null },
        { ...synced, externalSynced: null },
        { ...local, managedBy: null },
        { ...local, externalSynced: null },
        { externalSynced: null, managedBy: null },
        { externalSynced: true, managedBy: 'admins' },
        { externalSynced: false, managedBy: 'external' },
      ]),
    );
    const idp =
      idps.length > 0 && draw([witnesses.externalSynced === true, rarely()]) ? draw(asMany(idps)) : null;
    const group = aGroup(name, {
      id: `group-${i}`,
      directoryId,
      ...witnesses,
      grants: some(resources, 3).map(({ ari }) => {
        const roles = [...new Set([billingRole(), ...list(upTo(1), role)])];
        return { ari, roles, defaultRole: draw([null, null, roles[0]!]) };
      }),
    });
    // One IdP holds no two groups of one name, so the name makes the id.
    const displayName = rarely() ? `renamed ${i}` : name;
    const modifiable = draw([true, true, true, false, undefined]);
    delete group.modifiable;
    return {
      ...group,
      ...(modifiable === undefined ? {} : { modifiable }),
      ...(idp === null
        ? {}
        : {
            scim: { scimDirectoryId: idp.scimDirectoryId, scimGroupId: `scim ${displayName}`, displayName },
          }),
    };
  }

  function someUser(i: number): OrgFileUser {
    const mine = some(groups, 5);
    const service = rarely() && rarely();
    const user = aUser(`person-${i}`, {
      accountType: service
        ? 'service'
        : draw(['atlassian', 'atlassian', 'atlassian', 'atlassian', 'app', 'customer']),
      email: service
        ? `robot-${i}@serviceaccount.atlassian.com`
        : draw([`p${i}@example.com`, `p${i}@example.com`, `P${upTo(4)}@Example.com`, null]),
      ...someState(),
      managementSource: draw([null, 'invited', 'synced']),
      groups: mine.map((group) => group.id),
    });
    // An unmanaged account in no directory is not the organization's: no API shows it.
    user.claimStatus = user.membershipStatus === 'no_membership' ? 'managed' : draw(['managed', 'unmanaged']);
    if (rarely()) delete user.addedToOrg;
    else user.addedToOrg = someInstant();
    return {
      ...user,
      ...(often()
        ? {}
        : { direct: list(1 + upTo(2), () => ({ ari: draw(asMany(resources)).ari, role: role() })) }),
      ...(rarely() ? { inferred: [{ ari: draw(asMany(resources)).ari, role: role() }] } : {}),
      ...(rarely() ? { platformRoles: ['atlassian/org-admin'] } : {}),
      lastActive: Object.fromEntries(some(resources, 3).map(({ ari }) => [ari, someInstant()])),
      ...(idps.length > 0 && often() ? { scim: someScim(`of-${i}`, i) } : {}),
      ...(often() ? {} : { directories: someHomes(user.membershipStatus) }),
    };
  }

  function someState(): Pick<OrgFileUser, 'accountStatus' | 'membershipStatus' | 'status'> {
    if (often()) return { accountStatus: 'active', membershipStatus: 'active', status: 'active' };
    return {
      accountStatus: draw(['active', 'inactive', 'closed']),
      membershipStatus: draw(['active', 'suspended', 'no_membership']),
      status: draw(['active', 'suspended', 'not_invited', 'deactivated', 'for_deletion']),
    };
  }

  /** Suspended as a whole means suspended in each directory; no membership means that there is none to name. */
  function someHomes(membership: OrgFileUser['membershipStatus']): NonNullable<OrgFileUser['directories']> {
    if (membership === 'no_membership') return [];
    return some(directories, 3).map(({ id }) => ({
      directoryId: id,
      status: membership === 'suspended' ? 'suspended' : draw(['active', 'suspended']),
    }));
  }

  /** On both sides of the usual limits, by a second. */
  function someInstant(): string {
    const seconds = draw([0, 1, 5, 29, 30, 31, 89, 90, 91, 120, 400, 730]) * DAY_SECONDS + draw([-1, 0, 1]);
    return new Date(Date.parse(WORLD_NOW) - Math.max(0, seconds) * 1000).toISOString().replace('.000Z', 'Z');
  }

  function someScim(key: string, i: number): NonNullable<OrgFileUser['scim']> {
    return {
      scimDirectoryId: draw(asMany(idps)).scimDirectoryId,
      scimUserId: `scim-user-${key}`,
      userName: rarely() ? `twin-${upTo(2)}` : `name-${i}`,
      externalId: rarely() ? `twin-${upTo(2)}` : `external-${i}`,
      active: often(),
      groups: [],
    };
  }

  function looseRecord(i: number): NonNullable<OrgFile['scimRecords']>[number] {
    const account = users.length > 0 ? draw(asMany(users)).accountId : null;
    return { ...someScim(`loose-${i}`, 100 + i), accountId: draw([account, `712020:gone-${upTo(1)}`, null]) };
  }
});

function list<Value>(length: number, make: (i: number) => Value): Value[] {
  return Array.from({ length }, (_, i) => make(i));
}

/** Not empty, says the caller. */
function asMany<Value>(values: readonly Value[]): readonly [Value, ...Value[]] {
  return values as readonly [Value, ...Value[]];
}
