import { parse } from 'scim2-parse-filter';
import type { Call } from '../http/endpoint';
import { Refusal } from '../http/refusal';

/** One exact comparison of one attribute: all that Atlassian's SCIM filters can do. */
export interface ExactFilter {
  readonly attribute: string;
  readonly value: string;
}

/** The call's filter; anything but `attribute eq "value"` on an attribute of the list is refused as invalidFilter. */
export function readFilter(call: Call, attributes: readonly string[]): ExactFilter | undefined {
  const text = call.url.searchParams.get('filter');
  if (text === null || text === '') return undefined;
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(text);
  } catch {
    throw new Refusal(400, 'invalidFilter', 'The filter cannot be read.');
  }
  if (parsed.op !== 'eq' || typeof parsed.compValue !== 'string') {
    throw new Refusal(400, 'invalidFilter', 'Only one "eq" comparison with a text is supported.');
  }
  const wanted = parsed.attrPath.toLowerCase();
  const attribute = attributes.find((name) => name.toLowerCase() === wanted);
  if (attribute === undefined) {
    throw new Refusal(400, 'invalidFilter', `Only ${attributes.join(' and ')} can be filtered by.`);
  }
  return { attribute, value: parsed.compValue };
}

/** Keeps or leaves out attributes as `attributes` XOR `excludedAttributes` ask; `schemas` and `id` always stay. */
export function readSelection(call: Call): (resource: Record<string, unknown>) => Record<string, unknown> {
  const names = (key: string): string[] | undefined =>
    call.url.searchParams
      .get(key)
      ?.split(',')
      .map((name) => name.trim().toLowerCase());
  const wanted = names('attributes');
  const unwanted = names('excludedAttributes');
  if (wanted !== undefined && unwanted !== undefined) {
    throw new Refusal(400, 'invalidValue', 'attributes and excludedAttributes exclude each other.');
  }
  const stays = (name: string): boolean => {
    if (name === 'schemas' || name === 'id') return true;
    if (wanted !== undefined) return wanted.includes(name.toLowerCase());
    return unwanted === undefined || !unwanted.includes(name.toLowerCase());
  };
  return (resource) => Object.fromEntries(Object.entries(resource).filter(([name]) => stays(name)));
}
