import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { readLimit } from '../http/pager';
import { readBody, readList } from '../http/read-body';
import { Refusal } from '../http/refusal';
import type { OrgFileResource } from '../org-file';
import { homesOf } from '../world/access';
import { nextUrl, pageOfGetList } from './get-list';
import { authorize, findAccount, type OrgSide } from './side';

export function orgEndpoints(side: OrgSide): Endpoint[] {
  return [
    { method: 'GET', template: '/admin/v1/orgs', family: 'admin', answer: (call) => listOrgs(side, call) },
    {
      method: 'GET',
      template: '/admin/v1/orgs/{orgId}',
      family: 'admin',
      answer: (call) => oneOrg(side, call),
    },
    {
      method: 'GET',
      template: '/admin/v2/orgs/{orgId}/directories',
      family: 'admin',
      answer: (call) => listDirectories(side, call),
    },
    {
      method: 'POST',
      template: '/admin/v2/orgs/{orgId}/workspaces',
      family: 'admin',
      answer: (call) => searchWorkspaces(side, call),
    },
    {
      method: 'GET',
      template: '/admin/v1/orgs/{orgId}/domains',
      family: 'admin',
      answer: (call) => listDomains(side, call),
    },
    {
      method: 'GET',
      template: '/admin/v1/orgs/{orgId}/domains/{domainId}',
      family: 'admin',
      answer: (call) => oneDomain(side, call),
    },
  ];
}

/** A key with scopes is told of no organization at all; jira.js' live test, 2026-08. */
function listOrgs(side: OrgSide, call: Call): Reply {
  const key = authorize(side, call, {});
  const sees = key.scopes === null && key.orgId === side.world.org.id;
  const page = pageOfGetList(side, call, {
    idOf: (org) => org.id,
    items: () => (sees ? [side.world.org] : []),
    fallback: 50,
  });
  return {
    status: 200,
    body: { data: page.items.map((org) => showOrg(call, org)), links: { self: call.url.href } },
  };
}

function oneOrg(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:orgs:admin' });
  return { status: 200, body: { data: showOrg(call, side.world.org) } };
}

function showOrg(call: Call, org: { id: string; name: string }): unknown {
  const self = `${call.origin}/admin/v1/orgs/${org.id}`;
  return {
    id: org.id,
    type: 'orgs',
    attributes: { name: org.name },
    relationships: {
      domains: { links: { related: `${self}/domains` } },
      users: { links: { related: `${self}/users` } },
    },
    links: { self },
  };
}

function listDirectories(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:directories:admin' });
  const page = pageOfGetList(side, call, {
    idOf: (directory: { id: string; name: string }) => directory.id,
    fallback: 20,
    items: (query) => {
      const ids = readList(query, 'directoryIds');
      const term = query.get('searchTerm')?.toLowerCase();
      const accountId = query.get('accountId');
      const homes = accountId === null ? undefined : homesOf(side.world, findAccount(side, accountId));
      return side.world.directories.filter(
        (directory) =>
          (ids === undefined || ids.includes(directory.id)) &&
          (term === undefined || directory.name.toLowerCase().includes(term)) &&
          (homes === undefined || homes.has(directory.id)),
      );
    },
  });
  const data = page.items.map(({ id, name }) => ({
    directoryId: id,
    name,
    icon: `${call.origin}/icons/directory.png`,
  }));
  return { status: 200, body: { data, links: page.next === undefined ? {} : { next: page.next } } };
}

interface WorkspaceQuery {
  and?: WorkspaceQuery[] | undefined;
  field?: { name?: string | undefined; values?: string[] | undefined } | undefined;
  searchWorkspaces?: unknown;
  value?: string | undefined;
}
const workspaceQuery: z.ZodType<WorkspaceQuery> = z.lazy(() =>
  z.looseObject({
    and: z.array(workspaceQuery).optional(),
    field: z.object({ name: z.string().optional(), values: z.array(z.string()).optional() }).optional(),
    searchWorkspaces: z.unknown().optional(),
    value: z.string().optional(),
  }),
);
const workspaceSearch = z.looseObject({
  query: workspaceQuery.optional(),
  limit: z.number().optional(),
  sort: z
    .array(z.object({ field: z.string().optional(), order: z.enum(['asc', 'desc']).optional() }))
    .nullish(),
  cursor: z.string().nullish(),
});

/** With a cursor nothing else may be in the body: the token holds the search. */
function searchWorkspaces(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:workspaces:admin' });
  const sent = readBody(call, workspaceSearch);
  const cursor = sent.cursor ?? undefined;
  const name = call.hit.endpoint;
  if (cursor !== undefined && Object.keys(sent).length > 1) {
    throw new Refusal(400, 'ADMIN-400-24', 'With a cursor the body may hold nothing else.');
  }
  const carry = cursor === undefined ? JSON.stringify(sent) : side.pager.open(name, cursor, call.hit).carry;
  const body = workspaceSearch.parse(JSON.parse(carry));
  const found = [...side.world.resources.values()].filter((resource) => fits(side, resource, body.query));
  const sorted = body.sort?.[0] === undefined ? found : found.sort((a, b) => (a.name < b.name ? -1 : 1));
  if (body.sort?.[0]?.order === 'desc') sorted.reverse();
  const items = side.pager.arrange(sorted, (resource) => resource.ari);
  const limit = readLimit(body.limit, 50);
  const page = side.pager.cut(
    { name, items, idOf: (item) => item.ari },
    { cursor, limit, hit: call.hit, carry },
  );
  const data = page.items.map((resource) => showWorkspace(side, resource));
  const meta = {
    pageSize: data.length,
    startIndex: page.start,
    endIndex: page.start + data.length,
    total: found.length,
  };
  return {
    status: 200,
    body: { data, links: { self: call.url.href, next: nextUrl(call, page.next) ?? null }, meta },
  };
}

/** Forms of a query that are not described anywhere are refused rather than ignored. */
function fits(side: OrgSide, resource: OrgFileResource, query: WorkspaceQuery | undefined): boolean {
  if (query === undefined || Object.keys(query).length === 0) return true;
  if (query.and !== undefined) return query.and.every((part) => fits(side, resource, part));
  const site = side.world.sites.find(({ cloudId }) => cloudId === resource.cloudId);
  if (query.field !== undefined) {
    const { name, values } = query.field;
    if (values === undefined || values.length === 0) return true;
    const fields: Record<string, string> = {
      id: resource.ari,
      name: resource.name,
      typeKey: resource.typeKey,
      hostUrl: site?.url ?? '',
    };
    const value = fields[(name ?? '').replace(/^attributes\./, '')];
    if (value === undefined)
      throw new Refusal(400, 'ADMIN-400-24', `Workspaces cannot be searched by ${name ?? 'no field'}.`);
    return values.includes(value);
  }
  if ('searchWorkspaces' in query) {
    const term = (query.value ?? '').toLowerCase();
    return resource.name.toLowerCase().includes(term) || (site?.url ?? '').toLowerCase().includes(term);
  }
  throw new Refusal(
    400,
    'ADMIN-400-24',
    `This form of query is not known here: ${Object.keys(query).join(', ')}.`,
  );
}

/** The plan is never told; `capacity` only where the licence has a limit. */
function showWorkspace(side: OrgSide, resource: OrgFileResource): unknown {
  const site = side.world.sites.find(({ cloudId }) => cloudId === resource.cloudId);
  return {
    id: resource.ari,
    type: 'workspaces',
    attributes: {
      name: resource.name,
      typeKey: resource.typeKey,
      type: typeNames[resource.typeKey] ?? resource.typeKey,
      owner: null,
      status: 'online',
      statusDetails: [],
      icons: {},
      avatars: {},
      labels: [],
      sandbox: { type: resource.sandbox === true ? 'CHILD' : 'NONE' },
      usage: null,
      capacity: resource.seatLimit ?? null,
      createdAt: null,
      createdBy: null,
      updatedAt: null,
      hostUrl: site?.url ?? null,
      realm: 'global',
      regions: [],
    },
    links: { self: null },
    relationships: {},
  };
}

const typeNames: Readonly<Record<string, string>> = {
  'jira-software': 'Jira',
  'jira-servicedesk': 'Jira Service Management',
  'jira-product-discovery': 'Jira Product Discovery',
  confluence: 'Confluence',
  compass: 'Compass',
};

function listDomains(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:domains:admin' });
  const page = pageOfGetList(side, call, {
    idOf: (domain) => domain.name,
    items: () => side.world.domains,
    fallback: 50,
  });
  const next = nextUrl(call, page.next);
  const data = page.items.map((domain) => showDomain(call, domain));
  return {
    status: 200,
    body: { data, links: { self: call.url.href, ...(next === undefined ? {} : { next }) } },
  };
}

function oneDomain(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:domains:admin' });
  const domain = side.world.domains.find(({ name }) => domainId(name) === call.param('domainId'));
  if (domain === undefined) throw new Refusal(404, 'ADMIN-404-3', 'No domain has this id.');
  return { status: 200, body: { data: showDomain(call, domain) } };
}

function domainId(name: string): string {
  return Buffer.from(name).toString('base64url');
}

function showDomain(call: Call, domain: { name: string; claimed: boolean }): unknown {
  const id = domainId(domain.name);
  const claim = domain.claimed ? { type: 'dns', status: 'verified' } : { type: 'dns', status: 'unverified' };
  const self = `${call.origin}/admin/v1/orgs/${call.param('orgId')}/domains/${id}`;
  return { id, type: 'domains', attributes: { name: domain.name, claim }, links: { self } };
}
