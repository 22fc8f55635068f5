import { parse } from 'yaml';
import { z } from 'zod';
import type { OrgFile, OrgFileGroup, OrgFileUser } from '../../local/org/org-file';
import { parseOrgFile } from '../../local/org/read-org-file';
import { faultsSchema, type Faults } from '../../local/org/faults-schema';
import { Expectation, UnderFaults } from '../scenarios/expectation';
import {
  aGroup,
  anIdp,
  anOrg,
  aResource,
  aScimRecord,
  aUser,
  daysBefore,
  syncedBy,
  WORLD_NOW,
} from './org-builder';

/*
 * Small worlds in YAML. Names stand for ids (`idOf`), a product is `jira` or `jira@site`, a role is written
 * without `atlassian/`, a time is `120 days ago`. What is not said is ordinary: groups are local and kept by
 * admins, people are active, unmanaged, added two years ago and were active yesterday wherever they have access.
 */

/** `jira` means the role `user` there; `jira: admin` or `jira: [user, guest]` says which. */
const RolesOn = z.array(
  z.union([z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))]),
);
type RolesOn = z.infer<typeof RolesOn>;

const GroupSpec = z.strictObject({
  /** Display name where it is not the key: two groups may share one. */
  named: z.string().optional(),
  in: z.string().optional(),
  synced: z.string().optional(),
  /** The IdP holds a group of this name, though this group is not its. */
  twinIn: z.string().optional(),
  grants: RolesOn.default([]),
  defaultFor: RolesOn.default([]),
  team: z.enum(['team-members', 'open']).optional(),
  locked: z.boolean().default(false),
  /** The API leaves both witnesses out. */
  unsaid: z.boolean().default(false),
  raw: z.record(z.string(), z.unknown()).default({}),
});
type GroupSpec = z.infer<typeof GroupSpec>;

const PersonSpec = z.strictObject({
  in: z.array(z.string()).default([]),
  is: z
    .enum(['active', 'suspended', 'deactivated', 'for-deletion', 'not-invited', 'closed'])
    .default('active'),
  managed: z.enum(['synced', 'invited', 'unsaid']).optional(),
  /** `unsaid`: the API leaves it out. */
  added: z.string().optional(),
  lastActive: z.union([z.string(), z.record(z.string(), z.string())]).default('1 days ago'),
  /** `okta` or `okta, inactive`. */
  scim: z.string().optional(),
  direct: RolesOn.default([]),
  inferred: RolesOn.default([]),
  directories: z.record(z.string(), z.enum(['active', 'suspended'])).optional(),
  raw: z.record(z.string(), z.unknown()).default({}),
});
type PersonSpec = z.infer<typeof PersonSpec>;

const ScimSpec = z.strictObject({
  idp: z.string(),
  user: z.string(),
  /** A person of this world, any other name for an account that is gone; left out: linked to none. */
  account: z.string().optional(),
  raw: z.record(z.string(), z.unknown()).default({}),
});

const World = z.strictObject({
  now: z.string().default(WORLD_NOW),
  inactiveDays: z.number().default(90),
  deep: z.boolean().default(false),
  directories: z.array(z.string()).default(['main']),
  idps: z.record(z.string(), z.enum(['scim', 'entra-nested', 'google'])).default({}),
  /** Products that need saying: `jira@lab: { sandbox: true }`. The others are those that are mentioned. */
  products: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  groups: z.record(z.string(), GroupSpec).default({}),
  people: z.record(z.string(), z.union([z.array(z.string()), PersonSpec])),
  scim: z.array(ScimSpec).default([]),
  raw: z.record(z.string(), z.unknown()).default({}),
});
type World = z.infer<typeof World>;

const Scenario = z.strictObject({
  name: z.string(),
  story: z.string(),
  world: World,
  expect: Expectation,
  /** How the simulated organization cuts its pages: pageSizeMax, pageOrder, duplicates. */
  server: z
    .strictObject({
      pageSizeMax: z.number().exactOptional(),
      pageOrder: z.enum(['natural', 'reversed']).exactOptional(),
      duplicates: z.number().exactOptional(),
    })
    .optional(),
  /** Passed to the simulated organization as it stands; its expectation is `underFaults`. */
  faults: faultsSchema.optional(),
  underFaults: UnderFaults.optional(),
});

export interface ScenarioWorld {
  name: string;
  story: string;
  org: OrgFile;
  settings: { inactiveDays: number; now: string; deep: boolean };
  expect: Expectation;
  /** Options for `traceOrg`; empty unless the scenario says how pages are cut. */
  serving: { server?: NonNullable<z.infer<typeof Scenario>['server']> };
  faults: Faults | undefined;
  underFaults: UnderFaults | undefined;
}

/** One scenario file → its world as an org file, and what is expected of it. A typing mistake throws. */
export function worldFromYaml(text: string): ScenarioWorld {
  const { name, story, world, expect, server, faults, underFaults } = Scenario.parse(parse(text));
  const { now, inactiveDays, deep } = world;
  const org = parseOrgFile(JSON.stringify(buildOrg(world)));
  const serving = server === undefined ? {} : { server };
  return { name, story, org, settings: { inactiveDays, now, deep }, expect, serving, faults, underFaults };
}

function buildOrg(world: World): OrgFile {
  const people = Object.entries(world.people).map(
    ([name, spec]) => [name, Array.isArray(spec) ? PersonSpec.parse({ in: spec }) : spec] as const,
  );
  const idps: Record<string, 'scim' | 'entra-nested' | 'google'> = {};
  for (const group of Object.values(world.groups)) {
    for (const idp of [group.synced, group.twinIn]) if (idp !== undefined) idps[idp] = 'scim';
  }
  for (const [, person] of people) if (person.scim !== undefined) idps[idpOfScim(person.scim)] = 'scim';
  for (const record of world.scim) idps[record.idp] = 'scim';
  Object.assign(idps, world.idps);

  const mentioned = [
    ...Object.values(world.groups).flatMap((group) => [...group.grants, ...group.defaultFor]),
    ...people.flatMap(([, person]) => [...person.direct, ...person.inferred]),
  ].flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.keys(entry)));
  const products = [...new Set([...Object.keys(world.products), ...mentioned])];
  const resources = products.map((product) => aResource(product, world.products[product] ?? {}));
  const ariOf = new Map(resources.map((resource) => [resource.name, resource.ari]));

  const groups = Object.entries(world.groups).map(([name, spec]) => buildGroup(name, spec, ariOf, idps));
  const users = people.map(([name, spec]) => buildUser(name, spec, { world, ariOf, groups }));
  return anOrg({
    now: world.now,
    directories: world.directories.map((name) => ({ id: `directory-${name}`, name })),
    identityProviders: Object.entries(idps).map(([name, kind]) => anIdp(name, kind)),
    resources,
    groups,
    users,
    scimRecords: world.scim.map(({ idp, user, account, raw }) => ({
      ...aScimRecord(idp, user),
      accountId: account === undefined ? null : aUser(account).accountId,
      ...raw,
    })),
    ...world.raw,
  });
}

function buildGroup(
  key: string,
  spec: GroupSpec,
  ariOf: ReadonlyMap<string, string>,
  idps: Readonly<Record<string, string>>,
): OrgFileGroup {
  const name = spec.named ?? key;
  const grants = rolesByAri(spec.grants, ariOf);
  const defaults = rolesByAri(spec.defaultFor, ariOf);
  for (const [ari, roles] of defaults) if (!grants.has(ari)) grants.set(ari, roles);
  return aGroup(name, {
    id: `group-${key}`,
    directoryId: `directory-${spec.in ?? 'main'}`,
    ...(spec.team === undefined ? {} : { managedBy: spec.team }),
    ...(spec.locked ? { modifiable: false } : {}),
    ...(spec.synced === undefined ? {} : linkTo(spec.synced, name, idps)),
    ...(spec.twinIn === undefined ? {} : { scim: syncedBy(spec.twinIn, name).scim }),
    ...(spec.unsaid ? { externalSynced: null, managedBy: null } : {}),
    grants: [...grants].map(([ari, roles]) => ({ ari, roles, defaultRole: defaults.get(ari)?.[0] ?? null })),
    ...spec.raw,
  });
}

/** Google has no SCIM API, so nothing links its groups. */
function linkTo(idp: string, name: string, idps: Readonly<Record<string, string>>): Partial<OrgFileGroup> {
  const { scim, ...witnesses } = syncedBy(idp, name);
  return idps[idp] === 'google' ? witnesses : { ...witnesses, scim };
}

function rolesByAri(entries: RolesOn, ariOf: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const entry of entries) {
    const pairs = typeof entry === 'string' ? [[entry, 'user'] as const] : Object.entries(entry);
    for (const [product, roles] of pairs) {
      const list = (typeof roles === 'string' ? [roles] : roles).map((role) => `atlassian/${role}`);
      found.set(ariOf.get(product)!, list);
    }
  }
  return found;
}

function buildUser(
  name: string,
  spec: PersonSpec,
  around: { world: World; ariOf: ReadonlyMap<string, string>; groups: OrgFileGroup[] },
): OrgFileUser {
  const { world, ariOf, groups } = around;
  const mine = groups.filter((group) => spec.in.includes(group.id.slice('group-'.length)));
  if (mine.length !== spec.in.length) throw new Error(`${name} is in a group that this world does not have`);
  const direct = [...rolesByAri(spec.direct, ariOf)].flatMap(([ari, roles]) =>
    roles.map((role) => ({ ari, role })),
  );
  const inferred = [...rolesByAri(spec.inferred, ariOf)].flatMap(([ari, roles]) =>
    roles.map((role) => ({ ari, role })),
  );
  const reached = new Set([
    ...mine.flatMap((group) => group.grants.map((grant) => grant.ari)),
    ...[...direct, ...inferred].map((role) => role.ari),
  ]);
  const lastActive: Record<string, string> = {};
  for (const [product, ari] of ariOf) {
    const said =
      typeof spec.lastActive === 'string' ? spec.lastActive : (spec.lastActive[product] ?? 'never');
    const named = typeof spec.lastActive !== 'string' && product in spec.lastActive;
    if (said !== 'never' && (named || reached.has(ari))) lastActive[ari] = instant(said, world.now);
  }
  const directories =
    spec.directories ??
    (world.directories.length > 1
      ? Object.fromEntries(
          mine.map((group) => [group.directoryId.slice('directory-'.length), 'active' as const]),
        )
      : undefined);
  const user: OrgFileUser = {
    ...aUser(name),
    ...states[spec.is],
    ...(spec.managed === undefined
      ? {}
      : { claimStatus: 'managed', managementSource: spec.managed === 'unsaid' ? null : spec.managed }),
    addedToOrg: instant(
      spec.added === undefined || spec.added === 'unsaid' ? '730 days ago' : spec.added,
      world.now,
    ),
    groups: mine.map((group) => group.id),
    ...(direct.length > 0 ? { direct } : {}),
    ...(inferred.length > 0 ? { inferred } : {}),
    lastActive,
    ...(spec.scim === undefined ? {} : { scim: scimOf(name, spec.scim, mine) }),
    ...(directories === undefined
      ? {}
      : {
          directories: Object.entries(directories).map(([directory, status]) => ({
            directoryId: `directory-${directory}`,
            status,
          })),
        }),
    ...spec.raw,
  };
  if (spec.added === 'unsaid') delete user.addedToOrg;
  return user;
}

const states: Readonly<Record<PersonSpec['is'], Partial<OrgFileUser>>> = {
  active: {},
  suspended: { membershipStatus: 'suspended', status: 'suspended' },
  deactivated: { accountStatus: 'inactive', status: 'deactivated' },
  'for-deletion': { accountStatus: 'inactive', status: 'for_deletion' },
  'not-invited': { membershipStatus: 'no_membership', status: 'not_invited' },
  closed: { accountStatus: 'closed', status: 'deactivated' },
};

function idpOfScim(spec: string): string {
  return spec.split(',')[0]!.trim();
}

function scimOf(name: string, spec: string, groups: OrgFileGroup[]): NonNullable<OrgFileUser['scim']> {
  const idp = idpOfScim(spec);
  const theirs = groups.flatMap((group) =>
    group.scim?.scimDirectoryId === `scim-${idp}` ? [group.scim.scimGroupId] : [],
  );
  return { ...aScimRecord(idp, name), active: !spec.includes('inactive'), groups: theirs };
}

/** `120 days ago`, or an instant as it stands. */
function instant(text: string, now: string): string {
  const days = /^(\d+) days? ago$/.exec(text)?.[1];
  return days === undefined ? text : daysBefore(Number(days), now);
}
