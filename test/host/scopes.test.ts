import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeScopes } from '../../local/host/auth/scopes';
import { jiraEndpoints } from '../../local/host/auth/scope-table';

const judge = (method: string, path: string, ...scopes: string[]) =>
  judgeScopes({ product: 'jira', method, path }, new Set(scopes));

test('one classic scope or all granular ones open an endpoint', () => {
  expect(judge('GET', '/rest/api/3/group/bulk?maxResults=50', 'read:jira-user').kind).toBe('allowed');
  expect(judge('GET', '/rest/api/3/group/bulk', 'read:group:jira').kind).toBe('allowed');
  expect(judge('GET', '/rest/api/3/group/member', 'read:group:jira', 'read:user:jira').kind).toBe('missing');
  expect(
    judge('GET', '/rest/api/3/group/member', 'read:group:jira', 'read:user:jira', 'read:avatar:jira').kind,
  ).toBe('allowed');
});

test('an endpoint without a classic scope needs the granular ones', () => {
  const verdict = judge(
    'POST',
    '/rest/api/3/permissions/check',
    'read:jira-work',
    'manage:jira-configuration',
  );
  expect(verdict).toEqual({ kind: 'missing', needs: 'read:permission:jira' });
});

test('a fixed path wins over one with a parameter, versions 2 and latest are version 3', () => {
  expect(judge('GET', '/rest/api/3/project/search', 'read:jira-work').kind).toBe('allowed');
  expect(judge('GET', '/rest/api/2/myself', 'read:jira-user').kind).toBe('allowed');
  expect(judge('GET', '/rest/api/latest/issue/A-1/comment', 'read:jira-work').kind).toBe('allowed');
});

test('another method, another depth and another product are unknown', () => {
  expect(judge('DELETE', '/rest/api/3/issue/A-1', 'write:jira-work').kind).toBe('unknown');
  expect(judge('GET', '/rest/api/3/issue/A-1/worklog', 'read:jira-work').kind).toBe('unknown');
  expect(judge('GET', '/rest/api/3/issue/', 'read:jira-work').kind).toBe('unknown');
  expect(
    judgeScopes({ product: 'confluence', method: 'GET', path: '/wiki/rest/api/space' }, new Set()).kind,
  ).toBe('unknown');
});

test('the table names each endpoint once and only scopes that Forge knows', () => {
  const names = jiraEndpoints.map((rule) => `${rule.method} ${rule.path}`);
  expect(new Set(names).size).toBe(names.length);
  const known = readKnownScopes();
  const used = new Set(
    jiraEndpoints.flatMap((rule) => [...rule.granular, ...(rule.classic === null ? [] : [rule.classic])]),
  );
  expect([...used].filter((scope) => !known.has(scope))).toEqual([]);
});

/** The scopes that the manifest validator of Atlassian accepts (`@forge/manifest` 13.7.0). */
function readKnownScopes(): Set<string> {
  const folder = join(import.meta.dirname, '..', '..', 'node_modules', '@forge', 'manifest', 'out', 'scopes');
  const text = readFileSync(join(folder, 'shipyard-scopes.json'), 'utf8');
  return new Set(JSON.parse(text) as string[]);
}
