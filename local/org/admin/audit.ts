import { performance } from 'node:perf_hooks';
import { limitHeaders, type Call, type Endpoint, type Reply } from '../http/endpoint';
import { readList } from '../http/read-body';
import { Refusal } from '../http/refusal';
import type { AuditEntry } from '../org-file';
import { nextUrl, pageOfGetList } from './get-list';
import { authorize, type OrgSide } from './side';

/** How far back the audit log goes, in days. Atlassian support, "Track organization activities", 2026. */
const auditDays = 180;

/** Requests a minute, per user and per path, since the end of May 2025. Organizations REST API reference. */
const auditRequestsPerMinute = 10;

const events = '/admin/v1/orgs/{orgId}/events';

export function auditEndpoints(side: OrgSide): Endpoint[] {
  const limiter = createLimiter(side);
  const guarded =
    (answer: (call: Call) => Reply) =>
    (call: Call): Reply => {
      const key = authorize(side, call, { scope: 'read:events:admin' });
      limiter(call, key.owner ?? key.name);
      if (side.world.org.guard === 'none') {
        throw new Refusal(
          403,
          'ADMIN-UAM-403-1',
          'The audit log of this organization needs a Guard subscription.',
        );
      }
      return answer(call);
    };
  const get = (template: string, answer: (call: Call) => Reply): Endpoint => ({
    method: 'GET',
    template,
    family: 'admin',
    answer: guarded(answer),
  });
  return [
    get(events, (call) => listEvents(side, call)),
    get('/admin/v1/orgs/{orgId}/events-stream', (call) => streamEvents(side, call)),
    get('/admin/v1/orgs/{orgId}/event-actions', () => listActions(side)),
    get(`${events}/{eventId}`, (call) => oneEvent(side, call)),
  ];
}

/** The minute passes on whichever clock is ahead: the world's, or the real one for a client that really waits. */
function createLimiter(side: OrgSide): (call: Call, user: string) => void {
  const windows = new Map<string, { since: number; sinceReal: number; used: number }>();
  return (call, user) => {
    for (const subject of [`user ${user}`, `path ${call.url.pathname}`]) {
      const now = side.clock.now();
      const real = performance.now();
      const window = windows.get(subject);
      const passed =
        window === undefined || now - window.since >= 60_000 || real - window.sinceReal >= 60_000;
      const current = passed ? { since: now, sinceReal: real, used: 0 } : window;
      windows.set(subject, current);
      current.used += 1;
      if (current.used <= auditRequestsPerMinute) continue;
      const waitMs = 60_000 - Math.max(now - current.since, real - current.sinceReal);
      const headers = limitHeaders(side.clock, true, waitMs, auditRequestsPerMinute);
      throw new Refusal(429, 'ADMIN-429-1', 'Rate limit exceeded.', { headers });
    }
  };
}

/** What can be read at all: nothing of the future, nothing older than the retention. */
function readable(side: OrgSide): AuditEntry[] {
  const now = side.clock.now();
  const oldest = now - auditDays * 86_400_000;
  return side.world.auditLog.filter(({ at }) => Date.parse(at) >= oldest && Date.parse(at) <= now);
}

function listEvents(side: OrgSide, call: Call): Reply {
  let total = 0;
  const page = pageOfGetList(side, call, {
    idOf: (entry: AuditEntry) => entry.id,
    fallback: 100,
    max: 500,
    items: (query) => {
      const found = readable(side).filter((entry) => fits(entry, query));
      total = found.length;
      return found.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    },
  });
  const next = nextUrl(call, page.next);
  return {
    status: 200,
    body: {
      data: page.items.map((entry) => showEvent(side, call, entry)),
      meta: { ...(page.next === undefined ? {} : { next: page.next }), page_size: page.items.length, total },
      links: { self: call.url.href, ...(next === undefined ? {} : { next }) },
    },
  };
}

function fits(entry: AuditEntry, query: URLSearchParams): boolean {
  const actors = readList(query, 'actor');
  const words = [entry.action, entry.actor, entry.accountId, entry.groupId, entry.ari]
    .join(' ')
    .toLowerCase();
  const product = readList(query, 'product');
  return (
    isWithin(entry, query) &&
    (query.get('action') ?? entry.action) === entry.action &&
    (actors === undefined || actors.includes(entry.actor)) &&
    (product === undefined || product.some((name) => entry.ari?.includes(name) ?? false)) &&
    words.includes((query.get('q') ?? '').toLowerCase())
  );
}

/** `from` and `to` are epoch milliseconds as text. */
function isWithin(entry: AuditEntry, query: URLSearchParams): boolean {
  const bound = (name: string, fallback: number): number => {
    const text = query.get(name);
    if (text === null) return fallback;
    const ms = Number(text);
    if (!Number.isFinite(ms))
      throw new Refusal(400, 'ADMIN-400-3', `${name} is no time in epoch milliseconds.`);
    return ms;
  };
  const at = Date.parse(entry.at);
  return at >= bound('from', -Infinity) && at <= bound('to', Infinity);
}

/** Sorted by the time of processing; the last cursor can be kept to ask for what is new. */
function streamEvents(side: OrgSide, call: Call): Reply {
  const page = pageOfGetList(side, call, {
    idOf: (entry: AuditEntry) => entry.id,
    fallback: 100,
    max: 500,
    arranged: true,
    items: (query) => {
      const found = readable(side).filter((entry) => isWithin(entry, query));
      found.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      return query.get('sortOrder') === 'desc' ? found.reverse() : found;
    },
  });
  const data = page.items.map((entry) => {
    const shown = showEvent(side, call, entry);
    return { ...shown, attributes: { ...shown.attributes, processedAt: entry.at } };
  });
  const meta = { ...(page.next === undefined ? {} : { next: page.next }), page_size: data.length };
  return { status: 200, body: { data, meta, links: { self: call.url.href } } };
}

function oneEvent(side: OrgSide, call: Call): Reply {
  const entry = readable(side).find(({ id }) => id === call.param('eventId'));
  if (entry === undefined) throw new Refusal(404, 'ADMIN-404-4', 'No event has this id.');
  return { status: 200, body: { data: showEvent(side, call, entry) } };
}

function listActions(side: OrgSide): Reply {
  const actions = [...new Set(side.world.auditLog.map(({ action }) => action))].sort();
  const data = actions.map((action) => ({
    id: action,
    type: 'event-actions',
    attributes: { displayName: action.replaceAll('_', ' '), groupDisplayName: 'User management' },
  }));
  return { status: 200, body: { data } };
}

interface ShownEvent {
  id: string;
  type: 'events';
  attributes: Record<string, unknown>;
  links: { self: string };
}

/** The cause of an entry stands as an attribute of each thing that was acted on. */
function showEvent(side: OrgSide, call: Call, entry: AuditEntry): ShownEvent {
  const cause = entry.cause === undefined ? {} : { cause: entry.cause };
  const { accountId, groupId, ari } = entry;
  const context = [
    ...(accountId === undefined
      ? []
      : [
          {
            id: accountId,
            type: 'users',
            attributes: { name: side.world.accounts.get(accountId)?.facts.name ?? '', ...cause },
          },
        ]),
    ...(groupId === undefined
      ? []
      : [
          {
            id: groupId,
            type: 'groups',
            attributes: { name: side.world.groups.get(groupId)?.facts.name ?? '', ...cause },
          },
        ]),
    ...(ari === undefined
      ? []
      : [
          {
            id: ari,
            type: 'workspaces',
            attributes: { name: side.world.resources.get(ari)?.name ?? '', ...cause },
          },
        ]),
  ];
  return {
    id: entry.id,
    type: 'events',
    attributes: {
      time: entry.at,
      action: entry.action,
      actor: showActor(side, entry),
      context,
      container: [],
    },
    links: { self: `${call.origin}/admin/v1/orgs/${side.world.org.id}/events/${entry.id}` },
  };
}

/** An action named api_token… was done with a token, not by a person at a screen. */
function showActor(side: OrgSide, entry: AuditEntry): unknown {
  const account = side.world.accounts.get(entry.actor);
  const email = account?.facts.email ?? '';
  return {
    id: entry.actor,
    name: account?.facts.name ?? entry.actor,
    ...(email === '' ? {} : { email }),
    ...(entry.action.startsWith('api_token')
      ? { auth: { authType: 'api-token', tokenLabel: 'integration' } }
      : {}),
  };
}
