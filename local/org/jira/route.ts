import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';

/** Where a site's Jira lives for holders of tokens. */
const root = '/ex/jira/{cloudId}/rest/api/3';

/** An endpoint below a site's Jira; everything but GET and the searches changes something. */
export function on(
  method: Endpoint['method'],
  path: string,
  answer: (call: Call) => Reply | Promise<Reply>,
): Endpoint {
  const writes = method !== 'GET' && !path.startsWith('/search/');
  return { method, template: `${root}${path}`, family: 'jira', writes, answer };
}

/** Address of the API that the call came to. */
export function baseOf(call: Call): string {
  return `${call.origin}/ex/jira/${call.param('cloudId')}/rest/api/3`;
}

/** `startAt` and `maxResults`; more than the largest page is cut to it, as Jira does. */
export function readStart(
  call: Call,
  fallback: number,
  max: number,
): { startAt: number; maxResults: number } {
  const read = (name: string, missing: number): number => {
    const value = Number(call.url.searchParams.get(name) ?? missing);
    if (!Number.isInteger(value) || value < 0)
      throw new Refusal(400, '', `${name} must be a whole number, 0 or more.`);
    return value;
  };
  return { startAt: read('startAt', 0), maxResults: Math.min(read('maxResults', fallback), max) };
}

/** A JSON body in the shape the call needs; Jira's 400 otherwise. */
export function readJson<Shape extends z.ZodType>(call: Call, shape: Shape): z.infer<Shape> {
  let json: unknown;
  try {
    json = JSON.parse(call.text);
  } catch {
    throw new Refusal(400, '', 'Unable to read the request body as JSON.');
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.filter((part) => part !== 'fields').join('.') ?? '';
  throw new Refusal(400, '', issue?.message ?? 'Invalid request payload.', {
    fields: field === '' ? {} : { [field]: issue?.message ?? 'is not valid' },
  });
}

/**
 * Longest description or comment, in characters (JRACLOUD-68949). How Jira counts a document is not told: here by
 * its JSON, the strictest reading.
 */
const longestDocument = 32_767;

/** An Atlassian document at its top level; what is inside is kept as it comes. */
export const adf = z
  .looseObject(
    { type: z.literal('doc'), version: z.literal(1), content: z.array(z.looseObject({ type: z.string() })) },
    { error: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' },
  )
  .refine((document) => JSON.stringify(document).length <= longestDocument, {
    error: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
  });
