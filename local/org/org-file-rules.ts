import { OrgFileError } from './org-file-error';
import type { OrgFile, OrgFileGroup, OrgFileUser, TimelineEvent } from './org-file';

/** Atlassian gives service accounts this ending and nobody else has it. Support: "Understand service accounts". */
export const serviceAccountEnding = '@serviceaccount.atlassian.com';

/** Some fields of a thing, as a change of it spells them. */
type Some<Thing> = { readonly [Key in keyof Thing]?: Thing[Key] | undefined };

/** Every id that something else may name. */
interface Known {
  readonly directories: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly users: Set<string>;
}

/** Throws an OrgFileError for the first id used twice, or name of a thing that the file does not hold. */
export function refuseBrokenReferences(org: OrgFile): void {
  const known: Known = {
    directories: collect(org.directories, 'directories', 'id', (item) => item.id),
    providers: collect(
      org.identityProviders,
      'identityProviders',
      'scimDirectoryId',
      (item) => item.scimDirectoryId,
    ),
    sites: collect(org.sites, 'sites', 'cloudId', (item) => item.cloudId),
    resources: collect(org.resources, 'resources', 'ari', (item) => item.ari),
    groups: collect(org.groups, 'groups', 'id', (item) => item.id),
    users: collect(org.users, 'users', 'accountId', (item) => item.accountId),
  };
  collect(org.auditLog, 'auditLog', 'id', (item) => item.id);
  collect(org.domains ?? [], 'domains', 'name', (item) => item.name.toLowerCase());
  org.resources.forEach((resource, at) =>
    mustExist(known.sites, resource.cloudId, `resources[${at}].cloudId`, 'site'),
  );
  org.groups.forEach((group, at) => checkGroup(group, `groups[${at}]`, known));
  org.users.forEach((user, at) => checkUser(user, `users[${at}]`, known));
  checkScimRecords(org, known);
  org.timeline.forEach((event, at) => checkEvent(event, `timeline[${at}]`, known));
}

function collect<Item>(
  items: readonly Item[],
  list: string,
  key: string,
  idOf: (item: Item) => string,
): Set<string> {
  const seen = new Set<string>();
  items.forEach((item, at) => {
    const id = idOf(item);
    if (seen.has(id)) {
      throw new OrgFileError(
        `${list}[${at}].${key}`,
        `${JSON.stringify(id)} is used twice in ${list}; give each its own`,
      );
    }
    seen.add(id);
  });
  return seen;
}

function mustExist(known: ReadonlySet<string>, id: string, path: string, what: string): void {
  if (known.has(id)) return;
  throw new OrgFileError(
    path,
    `no ${what} has the id ${JSON.stringify(id)}; add the ${what} or correct the id`,
  );
}

function checkGroup(group: Some<OrgFileGroup>, path: string, known: Known): void {
  if (group.directoryId !== undefined) {
    mustExist(known.directories, group.directoryId, `${path}.directoryId`, 'directory');
  }
  if (group.scim !== undefined) {
    mustExist(
      known.providers,
      group.scim.scimDirectoryId,
      `${path}.scim.scimDirectoryId`,
      'identity provider',
    );
  }
  const granted = new Set<string>();
  group.grants?.forEach((grant, at) => {
    mustExist(known.resources, grant.ari, `${path}.grants[${at}].ari`, 'resource');
    if (granted.has(grant.ari)) {
      throw new OrgFileError(
        `${path}.grants[${at}].ari`,
        'the group has a grant on this resource already; put all its roles there',
      );
    }
    granted.add(grant.ari);
  });
}

function checkUser(user: Some<OrgFileUser>, path: string, known: Known): void {
  user.groups?.forEach((group, at) => {
    if (!known.groups.has(group)) mustExist(known.groups, group, `${path}.groups[${at}]`, 'group');
  });
  user.direct?.forEach((role, at) =>
    mustExist(known.resources, role.ari, `${path}.direct[${at}].ari`, 'resource'),
  );
  user.inferred?.forEach((role, at) =>
    mustExist(known.resources, role.ari, `${path}.inferred[${at}].ari`, 'resource'),
  );
  for (const ari of Object.keys(user.lastActive ?? {})) {
    if (!known.resources.has(ari))
      mustExist(known.resources, ari, `${path}.lastActive[${JSON.stringify(ari)}]`, 'resource');
  }
  user.directories?.forEach((directory, at) =>
    mustExist(
      known.directories,
      directory.directoryId,
      `${path}.directories[${at}].directoryId`,
      'directory',
    ),
  );
  if (user.scim !== undefined) {
    mustExist(
      known.providers,
      user.scim.scimDirectoryId,
      `${path}.scim.scimDirectoryId`,
      'identity provider',
    );
  }
  if (user.accountType === 'service' && !(user.email ?? '').endsWith(serviceAccountEnding)) {
    throw new OrgFileError(
      `${path}.email`,
      `a service account's address ends in ${serviceAccountEnding}; correct it or the accountType`,
    );
  }
}

function checkScimRecords(org: OrgFile, known: Known): void {
  const taken = new Set<string>();
  const take = (record: { scimDirectoryId: string; scimUserId: string }, path: string): void => {
    const key = `${record.scimDirectoryId}\n${record.scimUserId}`;
    if (taken.has(key)) {
      throw new OrgFileError(
        `${path}.scimUserId`,
        `${JSON.stringify(record.scimUserId)} is used twice in one SCIM directory; give each record its own`,
      );
    }
    taken.add(key);
  };
  org.users.forEach((user, at) => {
    if (user.scim !== undefined) take(user.scim, `users[${at}].scim`);
  });
  org.scimRecords?.forEach((record, at) => {
    mustExist(
      known.providers,
      record.scimDirectoryId,
      `scimRecords[${at}].scimDirectoryId`,
      'identity provider',
    );
    take(record, `scimRecords[${at}]`);
  });
}

function checkEvent(event: TimelineEvent, path: string, known: Known): void {
  switch (event.do) {
    case 'add-member':
    case 'remove-member':
      mustExist(known.groups, event.groupId, `${path}.groupId`, 'group');
      mustExist(known.users, event.accountId, `${path}.accountId`, 'account');
      return;
    case 'set-user':
      mustExist(known.users, event.accountId, `${path}.accountId`, 'account');
      checkUser(event.set, `${path}.set`, known);
      return;
    case 'set-group':
      mustExist(known.groups, event.groupId, `${path}.groupId`, 'group');
      checkGroup(event.set, `${path}.set`, known);
      return;
    case 'set-grant':
      mustExist(known.groups, event.groupId, `${path}.groupId`, 'group');
      mustExist(known.resources, event.ari, `${path}.ari`, 'resource');
      return;
    case 'add-user':
      if (known.users.has(event.user.accountId)) {
        throw new OrgFileError(
          `${path}.user.accountId`,
          `${JSON.stringify(event.user.accountId)} exists already; give the new account its own`,
        );
      }
      checkUser(event.user, `${path}.user`, known);
      known.users.add(event.user.accountId);
      return;
    case 'scim-sync':
      mustExist(known.providers, event.scimDirectoryId, `${path}.scimDirectoryId`, 'identity provider');
      return;
  }
}
