import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import type { VirtualClock } from '../clock';
import { reshape, type FaultBoard, type Hit } from './faults';
import { envelopeOf, plainCode, Refusal, type Family } from './refusal';
import type { RecordedWrite, WritableRequestLog } from './request-log';

export type OrgApp = Hono<{ Bindings: HttpBindings }>;
type OrgContext = Context<{ Bindings: HttpBindings }>;

/** A request as the routes see it. */
export interface Call {
  readonly hit: Hit;
  readonly origin: string;
  readonly url: URL;
  /** `Authorization` as sent. */
  readonly authorization: string | undefined;
  readonly headers: Headers;
  readonly text: string;
  /** Raw bytes of the body, for uploads. */
  form(): Promise<FormData>;
  param(name: string): string;
}

export interface Reply {
  readonly status: number;
  /** Left out: no body. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/admin/v1/orgs/{orgId}` */
  readonly template: string;
  readonly family: Family;
  /** Meant to change something (a POST search is not). */
  readonly writes?: boolean;
  answer(call: Call): Reply | Promise<Reply>;
}

export interface Surroundings {
  readonly clock: VirtualClock;
  readonly faults: FaultBoard;
  readonly log: WritableRequestLog;
}

/** Puts endpoints on the server, in order: literal paths come before those with parameters. */
export function mount(app: OrgApp, around: Surroundings, endpoints: readonly Endpoint[]): void {
  for (const endpoint of endpoints) {
    const path = endpoint.template.replace(/\{(\w+)\}/g, ':$1');
    app.on(endpoint.method, path, (context) => serve(context, endpoint, around));
  }
}

async function serve(context: OrgContext, endpoint: Endpoint, around: Surroundings): Promise<Response> {
  const { faults, log } = around;
  const url = new URL(context.req.url);
  const isForm = context.req.header('content-type')?.startsWith('multipart/form-data') ?? false;
  const text = isForm || endpoint.method === 'GET' ? '' : await context.req.text();
  const name = `${endpoint.method} ${endpoint.template}`;
  const hit = faults.hit(name, `${endpoint.method} ${url.pathname}${url.search}`, text);
  log.count(name);
  const write: RecordedWrite = { endpoint: name, path: url.pathname, body: parseLoosely(text), status: 0 };
  if (endpoint.writes === true) log.addWrite(write);
  const closes = faults.chance(hit, 'rateReset');
  // Half of the closed connections did their work first: a sender cannot tell which.
  if (closes && faults.draw(hit, 'reset when') < 0.5) return hangUp(context);
  if (faults.chance(hit, 'rateSlow')) await wait(faults.settings.slowMs ?? 250);
  const slow = faults.take('slow', hit);
  if (slow !== undefined) await wait(slow.ms);
  const call: Call = {
    hit,
    origin: url.origin,
    url,
    authorization: context.req.header('authorization'),
    headers: context.req.raw.headers,
    text,
    form: () => context.req.formData(),
    param: (key) => context.req.param(key) ?? '',
  };
  const reply = await answer(endpoint, call, around);
  if (closes) return hangUp(context);
  write.status = reply.status;
  const lost = reply.status < 400 ? faults.take('lost', hit) : undefined;
  if (lost === undefined) return send(endpoint.family, hit, reply, around);
  await wait(lost.afterMs ?? 0);
  if (lost.status === undefined) return hangUp(context);
  return send(endpoint.family, hit, refused(endpoint, hit, lostAnswer(lost.status)), around);
}

function lostAnswer(status: number): Refusal {
  return new Refusal(status, plainCode(status), 'An internal error, after the work was done.');
}

async function answer(endpoint: Endpoint, call: Call, around: Surroundings): Promise<Reply> {
  try {
    refuseByFault(call.hit, around);
    return await endpoint.answer(call);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(endpoint, call.hit, error);
  }
}

function refused(endpoint: Endpoint, hit: Hit, error: Refusal): Reply {
  return {
    status: error.status,
    body: envelopeOf(endpoint.family, error, hit.name.slice(0, 20)),
    headers: { ...error.headers },
  };
}

function refuseByFault(hit: Hit, { clock, faults }: Surroundings): void {
  const failing = faults.take('fail', hit);
  if (failing !== undefined) {
    const headers = failing.status === 429 ? limitHeaders(clock, true) : {};
    throw new Refusal(failing.status, failing.code ?? plainCode(failing.status), 'Refused by a fault knob.', {
      headers,
    });
  }
  if (faults.chance(hit, 'rate429')) {
    const plainly = faults.draw(hit, 'retry-after') < 0.75;
    throw new Refusal(429, 'ADMIN-429-1', 'Rate limit exceeded.', { headers: limitHeaders(clock, plainly) });
  }
  if (faults.chance(hit, 'rate5xx')) {
    const status = [500, 502, 503][Math.floor(faults.draw(hit, '5xx') * 3)] ?? 500;
    throw new Refusal(status, 'ADMIN-500-1', 'An internal error.');
  }
}

/** Headers of a 429: a second to wait, told as Retry-After or only as the instant of the reset. */
export function limitHeaders(
  clock: VirtualClock,
  plainly: boolean,
  waitMs = 1000,
  limit = 200,
): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': new Date(clock.now() + waitMs).toISOString(),
    ...(plainly ? { 'retry-after': String(Math.ceil(waitMs / 1000)) } : {}),
  };
}

function send(family: Family, hit: Hit, reply: Reply, { clock, faults }: Surroundings): Response {
  const headers = new Headers(reply.headers);
  // The world has its own time: who compares X-RateLimit-Reset with Date is right in any world.
  headers.set('date', new Date(clock.now()).toUTCString());
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  if (reply.body instanceof Uint8Array)
    return new Response(Buffer.from(reply.body), { status: reply.status, headers });
  let text = JSON.stringify(reply.body);
  const wrong = faults.take('wrongShape', hit);
  if (wrong !== undefined) {
    const body: unknown = JSON.parse(text);
    reshape(body, wrong.path.split('.'), wrong);
    text = JSON.stringify(body);
  }
  if (faults.chance(hit, 'truncate')) text = text.slice(0, Math.floor(text.length / 2));
  if (!headers.has('content-type')) {
    headers.set('content-type', family === 'scim' ? 'application/scim+json' : 'application/json');
  }
  return new Response(text, { status: reply.status, headers });
}

function hangUp(context: OrgContext): Response {
  context.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function parseLoosely(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}
