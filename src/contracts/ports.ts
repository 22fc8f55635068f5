/*
 * What makes one run differ from the next, as types: time, chance and the network come in through
 * these, so that the same seed behind them gives the same run.
 */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** A number from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  header(name: string): string | null;
}

/** Sends one request and never follows a redirect. Throws where no answer came. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;
