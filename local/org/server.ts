import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { accountEndpoints } from './admin/accounts-v1';
import { auditEndpoints } from './admin/audit';
import { groupWriteEndpoints } from './admin/group-writes';
import { groupEndpoints } from './admin/groups';
import { orgEndpoints } from './admin/orgs';
import { scimLinkEndpoints } from './admin/scim-links';
import { createListCache, type OrgSide } from './admin/side';
import { userWriteEndpoints } from './admin/user-writes';
import { userEndpoints } from './admin/users';
import { createVirtualClock, type VirtualClock } from './clock';
import type { Faults } from './faults-schema';
import { mount, type OrgApp } from './http/endpoint';
import { createFaultBoard } from './http/faults';
import { Pager, type PageOrder } from './http/pager';
import { createRequestLog, type RequestLog, type WritableRequestLog } from './http/request-log';
import { jiraEndpoints } from './jira/endpoints';
import { linkTypes } from './jira/model';
import { type PeopleAtWork, peopleAtWork } from './jira/people-at-work';
import { createJira, type JiraContent, type JiraIssueView } from './jira/state';
import { KeyRing, type KeyRingOptions, type KeySpec } from './keys';
import type { OrgFile, TimelineEvent } from './org-file';
import { scimEndpoints } from './scim/endpoints';
import { startHistory } from './world/history';
import { viewWorld, type WorldView } from './world/view';

export type { Faults } from './faults-schema';
export type { PageOrder } from './http/pager';
export type { RequestLog } from './http/request-log';
export type { JiraContent } from './jira/state';
export type { KeyRingOptions, KeySpec } from './keys';

export interface SimulatedOrgOptions {
  /** Default: any free port. */
  readonly port?: number;
  /** Default: a clock of its own that starts at the file's `now`. */
  readonly clock?: VirtualClock;
  readonly keys?: KeyRingOptions;
  /** Pages are never larger than this, whatever limit is asked. */
  readonly pageSizeMax?: number;
  readonly pageOrder?: PageOrder;
  /** So many items of each page come again at the head of the next one. */
  readonly duplicates?: number;
  /** Instead of the file's own faults. */
  readonly faults?: Faults;
  /** How long a changed issue takes to be found by search (ms of the virtual clock). Default 0. */
  readonly jiraIndexLagMs?: number;
  /** What Jira’s sites hold at first, by their cloud id: `jiraContent` of an earlier run. */
  readonly jiraContent?: ReadonlyMap<string, JiraContent>;
  /** Names of the link types that Jira has. Default: those that Jira Cloud comes with. */
  readonly jiraLinkTypes?: readonly string[];
}

export interface SimulatedOrg {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly clock: VirtualClock;
  /** An organization API key with all read scopes. */
  readonly orgKey: string;
  /** Keys of the SCIM directories, by their id. Pull integrations have none. */
  readonly scimKeys: ReadonlyMap<string, string>;
  issueKey(spec: KeySpec): string;
  readonly requests: RequestLog;
  setFaults(faults: Faults): void;
  /** A bearer token for Jira, of a person or of the app; without scopes it may do what its owner may. */
  jiraToken(who: string, scopes?: readonly string[]): string;
  /** What Jira’s sites hold now, by their cloud id. */
  jiraContent(): ReadonlyMap<string, JiraContent>;
  readonly world: WorldView &
    PeopleAtWork & {
      /** Issues of all sites. */
      issues(): readonly JiraIssueView[];
      apply(event: TimelineEvent): void;
      /** Changes the identity provider's own idea of a group; Atlassian sees it with the next sync. */
      changeInProvider(groupId: string, accountId: string, wanted: boolean): void;
    };
  close(): Promise<void>;
}

/** Starts a simulated Atlassian organization on loopback. */
export async function startSimulatedOrg(
  org: OrgFile,
  options: SimulatedOrgOptions = {},
): Promise<SimulatedOrg> {
  const clock = options.clock ?? createVirtualClock(Date.parse(org.now));
  const faults = createFaultBoard(options.faults ?? org.faults ?? {});
  const log = createRequestLog();
  const living = startHistory(org, clock);
  const keys = new KeyRing(org.org.id, clock);
  const orgKey = keys.issue(
    { ...(options.keys?.orgScopes === undefined ? {} : { scopes: options.keys.orgScopes }) },
    options.keys?.orgKey,
  );
  const scimKeys = new Map<string, string>();
  for (const { scimDirectoryId, kind } of org.identityProviders) {
    if (kind === 'google') continue;
    scimKeys.set(scimDirectoryId, keys.issue({ scimDirectoryId }, options.keys?.scimKeys?.[scimDirectoryId]));
  }
  const pager = new Pager({
    clock,
    faults,
    order: options.pageOrder ?? 'natural',
    pageSizeMax: options.pageSizeMax ?? Infinity,
    duplicates: options.duplicates ?? 0,
  });
  const { world } = living;
  const side: OrgSide = { world, living, keys, pager, faults, clock, lists: createListCache(world) };
  const jira = createJira(world, clock, {
    indexLagMs: options.jiraIndexLagMs ?? 0,
    content: options.jiraContent ?? new Map(),
    linkTypes: linkTypes.filter(({ name }) => options.jiraLinkTypes?.includes(name) ?? true),
  });
  const app: OrgApp = new Hono<{ Bindings: HttpBindings }>();
  mount(app, { clock, faults, log }, [
    ...orgEndpoints(side),
    ...userEndpoints(side),
    ...userWriteEndpoints(side),
    ...groupEndpoints(side),
    ...groupWriteEndpoints(side),
    ...accountEndpoints(side),
    ...auditEndpoints(side),
    ...scimLinkEndpoints(side),
    ...scimEndpoints(side),
    ...jiraEndpoints(jira, pager),
  ]);
  refuseTheRest(app, log);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const port = await listen(server, options.port ?? 0);
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    clock,
    orgKey,
    scimKeys,
    issueKey: (spec) => keys.issue(spec),
    requests: log,
    setFaults: (next) => faults.set(next),
    jiraContent: () =>
      new Map(
        jira.sites.map(({ cloudId, issues, index, counters }) => [cloudId, { issues, index, counters }]),
      ),
    jiraToken: (who, scopes) => jira.tokens.issue(who, scopes),
    world: {
      ...viewWorld(world),
      issues: () => jira.issues(),
      ...peopleAtWork(jira),
      apply: (event) => living.apply(event),
      changeInProvider: (groupId, accountId, wanted) => living.changeInProvider(groupId, accountId, wanted),
    },
    close: () => close(server, () => living.stop()),
  };
}

function refuseTheRest(app: OrgApp, log: WritableRequestLog): void {
  app.notFound((context) => {
    log.count(`${context.req.method} (unknown)`);
    const error = {
      id: 'unknown',
      status: '404',
      code: 'ADMIN-404-1',
      title: 'Not Found',
      detail: 'No such endpoint.',
    };
    return context.json({ errors: [error] }, 404);
  });
}

/** Loopback only: nothing of this is meant for another machine. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

function close(server: Server, stop: () => void): Promise<void> {
  stop();
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}
