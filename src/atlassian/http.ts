import type { z } from 'zod';
import type { Clock, Http, HttpAnswer, Random } from '../contracts/ports';
import type { Endpoint } from './endpoints';
import { ApiError } from './errors';
import { oneLine } from './one-line';
import type { Pace } from './pace';
import { readRateHeaders } from './rate-headers';
import type { RequestCounter } from './request-counter';
import { buildUrl, type CallInput } from './url';

export interface ClientOptions {
  /** The origin that serves `/admin/…` and `/scim/…`. */
  readonly origin: string;
  readonly key: string;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly pace: Pace;
  readonly counter: RequestCounter;
  /** Shared by the clients of one run: whether anything ever answered, and since when we ask. */
  readonly contact: Contact;
}

export interface Contact {
  readonly since: number;
  answered: boolean;
}

export interface Client {
  /** Sends one call of the list and reads its answer. Throws `ApiError`, or `LongWait` of the pace. */
  call<T>(endpoint: Endpoint<T>, input: CallInput): Promise<T>;
}

/** Tries after the first one. Contract of `trace`; the same patience serves the app. */
const MAX_RETRIES = 10;
const FIRST_BACKOFF_MS = 250;
const MAX_BACKOFF_MS = 5_000;
const ATTEMPT_TIMEOUT_MS = 30_000;
/** An address that never answers is given up well before the 60 s of the contract. */
const FIRST_CONTACT_MS = 45_000;

/** The only place that sends to the organization and SCIM APIs: key, pace, retries, parsing. */
export function createClient(options: ClientOptions): Client {
  const { http, clock, random, pace, counter, contact } = options;

  /** One try: the answer, or why another try is worth it. */
  async function attempt(
    endpoint: Endpoint<unknown>,
    url: string,
    input: CallInput,
  ): Promise<HttpAnswer | string> {
    await pace.turn();
    counter.sent(endpoint.id);
    const left = contact.answered ? Infinity : FIRST_CONTACT_MS - (clock.now() - contact.since);
    let answer: HttpAnswer;
    try {
      answer = await http({
        method: endpoint.method,
        url,
        headers: {
          Authorization: `Bearer ${options.key}`,
          Accept: endpoint.mediaType,
          ...(input.body === undefined ? {} : { 'Content-Type': endpoint.mediaType }),
        },
        body: input.body === undefined ? null : JSON.stringify(input.body),
        timeoutMs: Math.max(1_000, Math.min(ATTEMPT_TIMEOUT_MS, left)),
      });
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      return `no answer (${oneLine(said, options.key)})`;
    }
    contact.answered = true;
    pace.heed(readRateHeaders(answer, clock.now()));
    if (answer.status === 429) {
      counter.rateLimited();
      return 'answered 429, too many requests';
    }
    if (answer.status >= 500 || answer.status === 408) return `answered ${answer.status}`;
    if (answer.status < 300 && parseJson(answer.text) === undefined)
      return 'answered with a body that is not JSON';
    return answer;
  }

  async function answerOf(endpoint: Endpoint<unknown>, input: CallInput): Promise<HttpAnswer> {
    const url = buildUrl(options.origin, endpoint, input);
    for (let retry = 0; ; retry += 1) {
      const outcome = await attempt(endpoint, url, input);
      if (typeof outcome !== 'string') return outcome;
      const backoff = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** retry) * (0.5 + random() / 2);
      const lost = !contact.answered && clock.now() - contact.since + backoff > FIRST_CONTACT_MS;
      if (retry === MAX_RETRIES || lost) {
        throw new ApiError('unreachable', endpoint.id, `${outcome}, after ${retry + 1} tries`);
      }
      counter.retried();
      await clock.sleep(backoff);
    }
  }

  return {
    async call(endpoint, input) {
      const answer = await answerOf(endpoint, input);
      if (answer.status >= 300) throw failureOf(endpoint, answer, input.cursor !== undefined, options.key);
      return readShape(endpoint, parseJson(answer.text));
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readShape<T>(endpoint: Endpoint<T>, body: unknown): T {
  const parsed = endpoint.answer.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0] as z.core.$ZodIssue;
  throw new ApiError(
    'shape',
    endpoint.id,
    `the answer cannot be read at ${fieldOf(issue.path)}: ${issue.message}`,
  );
}

/** `data[3].accountId` */
function fieldOf(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text === '' ? 'the top' : text.replace(/^\./, '');
}

function failureOf(
  endpoint: Endpoint<unknown>,
  answer: HttpAnswer,
  carriedCursor: boolean,
  key: string,
): ApiError {
  const { status } = answer;
  const said = oneLine(whatItSaid(answer.text), key);
  const make = (failure: ApiError['failure'], text: string): ApiError =>
    new ApiError(failure, endpoint.id, said === '' ? text : `${text} (${said})`, status);
  if (status === 401)
    return make('refused', 'the key is not accepted (401): it is wrong, expired or revoked');
  if (status === 403) {
    const lacks = endpoint.scope
      ? `: the key lacks ${endpoint.scope}, or the right to manage this organization`
      : '';
    return make('refused', `the key may not make this call (403)${lacks}`);
  }
  if (status === 404) return make('not-found', 'there is no such thing (404)');
  if ((status === 400 || status === 410) && carriedCursor) {
    return make('cursor-refused', `the cursor is no longer accepted (${status})`);
  }
  return make('rejected', `the call was rejected (${status})`);
}

/** The API's own words from any of its three error envelopes. */
function whatItSaid(text: string): string {
  const body = parseJson(text) as
    | {
        errors?: { title?: unknown; detail?: unknown; code?: unknown }[];
        detail?: unknown;
        message?: unknown;
      }
    | null
    | undefined;
  const first = Array.isArray(body?.errors) ? body.errors[0] : undefined;
  const said = [first?.code, first?.title, first?.detail, body?.detail, body?.message];
  return said.filter((part): part is string => typeof part === 'string' && part !== '').join(': ');
}
