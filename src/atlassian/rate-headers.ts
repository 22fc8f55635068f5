import type { HttpAnswer } from '../contracts/ports';
import type { RateSignal } from './pace';

/** `Retry-After`: seconds or an HTTP date (RFC 9110 §10.2.3). */
function retryAfterMs(text: string | null, now: number): number | null {
  if (text === null) return null;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** A header that must be a plain number to count. */
function numberOf(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text.trim()) ? Number(text) : null;
}

/**
 * Reads the rate headers of an answer. `X-RateLimit-Reset` is an ISO time in the organization API
 * (developer.atlassian.com/cloud/admin/organization/rest/intro, read 2026-11-23); `Retry-After` is
 * not documented there, but honoured where it comes.
 */
export function readRateHeaders(answer: HttpAnswer, now: number): RateSignal {
  const reset = Date.parse(answer.header('X-RateLimit-Reset') ?? '');
  const resetInMs = Number.isNaN(reset) ? null : Math.max(0, reset - now);
  return {
    limited: answer.status === 429,
    waitMs: retryAfterMs(answer.header('Retry-After'), now) ?? resetInMs,
    remaining: numberOf(answer.header('X-RateLimit-Remaining')),
    resetInMs,
  };
}
