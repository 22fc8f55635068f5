import { expect, test } from 'vitest';
import { cursorOf } from '../../src/atlassian/cursor';
import { endpoints } from '../../src/atlassian/endpoints';
import { pageOf } from '../../src/atlassian/pages';
import { buildUrl } from '../../src/atlassian/url';

const followed: [string, string, string][] = [
  ['a bare cursor', 'abc123', 'abc123'],
  ['a base-64 cursor', 'eyJhIjoxfQ==', 'eyJhIjoxfQ=='],
  ['a base-64 cursor that begins with a slash', '/9j/4AAQ+w==', '/9j/4AAQ+w=='],
  ['a cursor with odd characters', 'a:b|c d', 'a:b|c d'],
  ['an address', 'https://api.atlassian.com/admin/v1/orgs/o/users?cursor=c%2F1', 'c/1'],
  ['an address on another host', 'https://evil.example.net/steal?x=1&cursor=c1', 'c1'],
  ['a path', '/admin/v1/orgs/o/users?cursor=c1&limit=5', 'c1'],
  ['a query alone', '?cursor=c1', 'c1'],
  ['an encoded base-64 cursor in an address', 'https://a.example/x?cursor=eyJhIjoxfQ%3D%3D', 'eyJhIjoxfQ=='],
];

for (const [name, next, cursor] of followed) {
  test(`the next page is found in ${name}`, () => {
    expect(cursorOf(next)).toBe(cursor);
  });
}

test('no next, null and empty all end a list', () => {
  expect([cursorOf(undefined), cursorOf(null), cursorOf('')]).toEqual([null, null, null]);
});

for (const next of [
  'https://api.atlassian.com/x?limit=5',
  'https://a.example',
  '/admin/v1/orgs',
  '/x?y=1',
  '?',
  '/x?cursor=',
]) {
  test(`an address without a cursor (${next}) is no end but an answer that cannot be read`, () => {
    expect(cursorOf(next)).toBeUndefined();
    expect(() => pageOf(endpoints.usersSearch, { data: [], links: { next } })).toThrow(
      /users\/search: .*links\.next/,
    );
  });
}

test('a page without a list is not an empty list', () => {
  expect(pageOf(endpoints.groupRoles, {})).toEqual({ items: null, next: null });
  expect(pageOf(endpoints.groupRoles, { data: [] })).toEqual({ items: [], next: null });
});

const params = { orgId: 'org-1', directoryId: '-', accountId: '712020:0a-b_c.d' };

test('ids are put into the path, and a query behind it', () => {
  expect(
    buildUrl('https://a.example', endpoints.userRoles, { params, query: { cursor: 'a/b?c&d=e#f' } }),
  ).toBe(
    'https://a.example/admin/v2/orgs/org-1/directories/-/users/712020%3A0a-b_c.d/role-assignments?cursor=a%2Fb%3Fc%26d%3De%23f',
  );
});

const hostile = [
  '..',
  '.',
  '../..',
  '..%2f..',
  '%2e%2e',
  'a/b',
  'a\\b',
  'a%2fb',
  'a?x=1',
  'a#x',
  'a\r\nHost: evil',
  'a\nb',
  'a b',
  'a;b',
  'a@b',
  ' a',
  '\u0000',
  'ａ',
  'a\u202e',
  '',
  '--',
  '-a',
  '__proto__/x',
  '{orgId}',
  '<script>',
  "a'b",
  'a"b',
  'a&b',
  '*',
];

for (const id of hostile) {
  test(`an id that could change the path is refused: ${JSON.stringify(id)}`, () => {
    for (const name of ['orgId', 'directoryId', 'accountId']) {
      expect(() =>
        buildUrl('https://a.example', endpoints.userRoles, { params: { ...params, [name]: id } }),
      ).toThrow(new RegExp(`users/\\{accountId\\}/role-assignments: .*cannot be a ${name}`));
    }
  });
}

test('an id that was not given is refused like an empty one', () => {
  expect(() => buildUrl('https://a.example', endpoints.org, {})).toThrow('cannot be a orgId');
});
