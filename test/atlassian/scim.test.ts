import { expect, test } from 'vitest';
import { type ScimApi, scimApi, type ScimUserFacts } from '../../src/atlassian/scim';
import type { Page } from '../../src/atlassian/pages';
import { aClient, type Bench } from './support/client';
import type { Reply } from './support/scripted-http';

function aScimApi(reply: (query: URLSearchParams) => Reply): Bench & { readonly api: ScimApi } {
  const bench = aClient((request) => reply(new URL(request.url).searchParams));
  return { ...bench, api: scimApi(bench.client, 'directory-1') };
}

const people = (count: number, from = 1): { id: string }[] =>
  Array.from({ length: count }, (_, i) => ({ id: `user-${from + i}` }));

test('SCIM pages are asked for by position, a hundred at a time, until the total is reached', async () => {
  const { api, clock, sent } = aScimApi((query) => {
    const start = Number(query.get('startIndex'));
    return { body: { totalResults: 250, Resources: people(Math.min(100, 251 - start), start) } };
  });
  const seen: string[] = [];
  for (let start: string | null = null, first = true; first || start !== null; first = false) {
    const page: Page<ScimUserFacts> = await clock.run(api.users(start));
    seen.push(...page.items!.map((user) => user.scimUserId));
    start = page.next;
  }
  expect(seen).toEqual(people(250).map((user) => user.id));
  expect(sent.map((request) => new URL(request.url).search)).toEqual([
    '?startIndex=1&count=100',
    '?startIndex=101&count=100',
    '?startIndex=201&count=100',
  ]);
});

test('a SCIM page that is shorter than asked is followed by the position after it', async () => {
  const { api, clock } = aScimApi(() => ({ body: { totalResults: 250, Resources: people(30) } }));
  expect((await clock.run(api.users('101'))).next).toBe('131');
});

test('without a total, a full page has a next one and a short page ends the list', async () => {
  const full = aScimApi(() => ({ body: { Resources: people(100) } }));
  expect((await full.clock.run(full.api.groups(null))).next).toBe('101');
  const short = aScimApi(() => ({ body: { Resources: people(99) } }));
  expect((await short.clock.run(short.api.groups(null))).next).toBeNull();
});

test('an empty SCIM directory is an empty list, with or without Resources', async () => {
  for (const body of [{ totalResults: 0 }, { totalResults: 0, Resources: [] }]) {
    const { api, clock } = aScimApi(() => ({ body }));
    expect(await clock.run(api.users(null))).toEqual({ items: [], next: null });
  }
});

test('an empty page before the total is reached is a list left out, not the end of one', async () => {
  for (const body of [{ totalResults: 250, Resources: [] }, { totalResults: 250 }, {}]) {
    const { api, clock } = aScimApi(() => ({ body }));
    expect(await clock.run(api.users('101'))).toEqual({ items: null, next: null });
    expect(await clock.run(api.groups('101'))).toEqual({ items: null, next: null });
  }
});

test('a record without `active` is active; without the Atlassian extension it is linked to nobody', async () => {
  const extension = 'urn:scim:schemas:extension:atlassian-external:1.0';
  const Resources = [
    {
      id: 'a',
      [extension]: { atlassianAccountId: '712020:a' },
      active: false,
      userName: 'A',
      externalId: '1',
    },
    {
      id: 'b',
      'urn:scim:schemas:extension:atlassian-external:1.1': { atlassianAccountId: 'x' },
      active: null,
    },
  ];
  const { api, clock } = aScimApi(() => ({ body: { totalResults: 2, Resources } }));
  expect((await clock.run(api.users(null))).items).toEqual([
    { scimUserId: 'a', accountId: '712020:a', userName: 'A', externalId: '1', active: false },
    { scimUserId: 'b', accountId: null, userName: null, externalId: null, active: true },
  ]);
});
