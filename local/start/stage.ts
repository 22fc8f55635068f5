import { generateDemoOrg } from '../org/demo/generate';
import { people as demoPeople } from '../org/demo/people';
import type { OrgFile } from '../org/org-file';
import { OrgFileError } from '../org/org-file-error';
import { parseOrgFile } from '../org/read-org-file';
import { type Source, UsageError } from '../trace/arguments';
import { readLiveOrganization } from './live-organization';
import type { Stage } from './stage-type';

const ORG_ADMIN = 'atlassian/org-admin';
/** Enough to switch between; a list of hundreds helps nobody. */
const PEOPLE_SHOWN = 12;

export async function setStage(source: Source | null): Promise<Stage> {
  if (source === null) return demoStage();
  return source.kind === 'org-file' ? orgFileStage(source.path, source.text) : readLiveOrganization(source);
}

function demoStage(): Stage {
  const world = generateDemoOrg();
  const roles: [string, string][] = [
    [demoPeople.orgAdmin, 'Organization admin'],
    [demoPeople.jiraAdmin, 'Jira admin'],
    [demoPeople.reviewer, 'Reviewer'],
    [demoPeople.finance, 'Finance'],
    [demoPeople.auditor, 'Auditor'],
    [demoPeople.identityOwner, 'Identity owner'],
    [demoPeople.plainUser, 'Plain user'],
  ];
  return {
    world,
    people: roles.map(([accountId, role]) => ({ accountId, role, displayName: nameOf(world, accountId) })),
    admin: demoPeople.orgAdmin,
    notice: `Demo organization “${world.org.name}”. Everything here is made up; Jira is simulated.`,
  };
}

function orgFileStage(path: string, text: string): Stage {
  let world: OrgFile;
  try {
    world = parseOrgFile(text);
  } catch (error) {
    if (error instanceof OrgFileError) throw new UsageError(`--org: ${path}: ${error.message}`);
    throw error;
  }
  const admins = world.users.filter((user) => user.platformRoles?.includes(ORG_ADMIN));
  const staged = admins.length > 0 ? world : withVisitor(world);
  const admin = (admins[0] ?? staged.users.at(-1)!).accountId;
  const others = staged.users.filter((user) => user.accountId !== admin && user.status === 'active');
  const shown = [
    staged.users.find((user) => user.accountId === admin)!,
    ...others.slice(0, PEOPLE_SHOWN - 1),
  ];
  return {
    world: staged,
    people: shown.map(({ accountId, name }) => ({
      accountId,
      displayName: name,
      role: accountId === admin ? 'Organization admin' : 'Member',
    })),
    admin,
    notice: `Org file “${world.org.name}”, simulated; Jira too.`,
  };
}

/** A file without an organization admin gets one who is in no group, so that somebody can do the setup. */
export function withVisitor(world: OrgFile): OrgFile {
  const visitor: OrgFile['users'][number] = {
    accountId: 'seatpath-local-visitor',
    accountType: 'atlassian',
    name: 'You (local visitor)',
    email: 'local-visitor@seatpath.invalid',
    accountStatus: 'active',
    membershipStatus: 'active',
    status: 'active',
    claimStatus: 'unmanaged',
    managementSource: null,
    addedToOrg: world.now,
    groups: [],
    platformRoles: [ORG_ADMIN],
  };
  return { ...world, users: [...world.users, visitor] };
}

function nameOf(world: OrgFile, accountId: string): string {
  return world.users.find((user) => user.accountId === accountId)?.name ?? accountId;
}
