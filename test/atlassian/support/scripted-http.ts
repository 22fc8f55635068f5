import type { Http, HttpAnswer, HttpRequest } from '../../../src/contracts/ports';

export interface Reply {
  readonly status?: number;
  /** Text as it stands, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** No answer at all: the connection breaks with these words. */
  readonly breaks?: string;
}

export interface SentRequest extends HttpRequest {
  /** Epoch ms of the clock it was sent by. */
  readonly at: number;
}

export interface ScriptedHttp {
  readonly http: Http;
  readonly sent: readonly SentRequest[];
}

export function answerOf({ status = 200, body = {}, headers = {} }: Reply): HttpAnswer {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    header: (name) => byName.get(name.toLowerCase()) ?? null,
  };
}

/** An API that answers what `reply` says to the n-th request (from 0), at once. */
export function scriptedHttp(
  now: () => number,
  reply: (request: SentRequest, n: number) => Reply,
): ScriptedHttp {
  const sent: SentRequest[] = [];
  return {
    sent,
    http: async (request) => {
      const seen = { ...request, at: now() };
      sent.push(seen);
      const answer = reply(seen, sent.length - 1);
      if (answer.breaks !== undefined) throw new Error(answer.breaks);
      return answerOf(answer);
    },
  };
}
