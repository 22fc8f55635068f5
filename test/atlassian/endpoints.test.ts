import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { endpoints } from '../../src/atlassian/endpoints';

const OpenApi = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ 'x-scope': z.string().optional() }))),
});

/** `GET /path` → the documented operation, with parameter names made alike. */
function documented(file: string): Map<string, { scope: string | null }> {
  const text = readFileSync(join(import.meta.dirname, '..', 'openapi', file), 'utf8');
  const { paths } = OpenApi.parse(JSON.parse(text));
  return new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => [
        nameless(`${method.toUpperCase()} ${path}`),
        { scope: operation['x-scope'] ?? null },
      ]),
    ),
  );
}

const nameless = (id: string): string => id.replace(/\{\w+\}/g, '{}');
const operations = new Map([...documented('org-admin.openapi.json'), ...documented('scim.openapi.json')]);

for (const { id, method, path, scope } of Object.values(endpoints)) {
  test(`${id} is a documented operation, asks for the documented scope, and reads`, () => {
    expect(`${method} ${path}`).toBe(id);
    expect([...operations.keys()]).toContain(nameless(id));
    expect(scope).toBe(operations.get(nameless(id))!.scope);
    if (method === 'POST') expect(id).toMatch(/(\/search|\/workspaces)$/);
    else expect(method).toBe('GET');
  });
}

test('the list holds no documented operation that changes anything', () => {
  const searches = /^POST \S+(\/search|\/workspaces|get-scim-links-for-email)$/;
  const writes = [...operations.keys()].filter((id) => !id.startsWith('GET ') && !searches.test(id));
  // The documents name many writes: an empty list of them would prove nothing.
  expect(writes.length).toBeGreaterThan(20);
  const ours = Object.values(endpoints).map(({ id }) => nameless(id));
  expect(ours.filter((id) => writes.includes(id))).toEqual([]);
  expect(new Set(ours).size).toBe(ours.length);
});
