import { expect, test } from 'vitest';
import { aGroup } from '../support/org-builder';
import { poolInput } from '../support/money';
import { withRecords } from '../support/records';
import { EVERY_CASE, OKTA, scan } from '../support/set-up';
import { join, nextWeek, PARTIAL } from '../support/review';
import { accounts, betaJira, jira, who, wiki } from '../support/review-org';
import { grantOf, intend, members, withGroups } from '../support/sources';

/** `open` is a default group; half of its people come in by a synced group as well. */
function aWorld(): ReturnType<typeof withGroups> {
  return withGroups(
    [
      aGroup('open', { grants: [grantOf(jira.ari, ['atlassian/user'], 'atlassian/user')] }),
      aGroup('crowd', { grants: [grantOf(wiki.ari)] }),
    ],
    [
      ...members('open', 2, { groups: ['group-open', 'group-engineering'] }),
      ...members('open', 2).map((user) => ({ ...user, accountId: `${user.accountId}-b`, email: `b-${user.email}` })),
      ...members('crowd', 9),
    ],
  ); // prettier-ignore
}

test('the overview adds up: seats by owner, their flows, what is open and through which sources', async () => {
  await withRecords(
    async (app) => {
      const { seats, flows, review, history, handedOver, savings, standouts, verdict } = await app.call(
        'overview/get',
        {},
      );
      expect(verdict).toBe('complete');
      const total = Object.values(seats.byOwner).reduce((sum, count) => sum + count, 0);
      expect(total).toBe(seats.billed);
      expect(flows.reduce((sum, flow) => sum + flow.seats, 0)).toBe(seats.billed);
      const billed = { ...EVERY_CASE.filter, billable: true } as const;
      const listed = await app.call('cases/list', { ...EVERY_CASE, filter: billed });
      expect(listed.matched).toBe(seats.billed);

      // `ben` is inactive at his provider and bills by the synced group alone.
      expect(flows).toContainEqual({
        cohort: 'scim-inactive',
        holder: 'group',
        owner: 'idp-owned',
        group: { groupId: 'group-engineering', name: 'engineering' },
        product: { ari: jira.ari, name: jira.name },
        seats: 1,
      });
      expect(flows.filter(({ holder, owner }) => holder === 'several' && owner === 'several')).toHaveLength(
        1,
      );

      expect(review!.openSeats).toBeLessThanOrEqual(review!.queue.seats + review!.backlog.seats);
      const cause = review!.rootCauses.find(({ groupId }) => groupId === 'group-open')!;
      expect(cause).toMatchObject({ owner: 'default-group', seats: 4, onlyHere: 2 });
      expect(cause.advice.sentence).toBe('Review the membership, or redesign the default group.');
      expect(review!.rootCauses[0]).toMatchObject({ groupId: 'group-crowd', owner: 'local-group', seats: 9 });

      expect(history).toEqual([expect.objectContaining({ seats: seats.billed, byOwner: seats.byOwner })]);
      expect(handedOver).toEqual({ underWay: 0, confirmed: 0 });
      expect(savings).toEqual({ settled: 0, observed: 0 });

      expect(standouts.sources[0]).toMatchObject({ groupName: 'crowd', product: wiki.name, seats: 9 });
      expect(standouts.scimInactive).toEqual({ seats: 1, directories: { read: 1, known: 1 } });
      const { seats: redundantSeats, sources, more } = standouts.redundantDefaults;
      expect([redundantSeats, more]).toEqual([3, 0]);
      expect(sources.map(({ groupName, redundant }) => [groupName, redundant])).toEqual([
        ['open', 2],
        ['jira-users', 1],
      ]);
      expect(standouts).toMatchObject({ pricesKnown: false, priceSteps: [] });
    },
    { world: aWorld() },
  );
});

test('the overview and the review tell the same open items and seats, a seat of two items once', async () => {
  const world = withGroups(
    ['open', 'crowd'].map((name) => aGroup(name, { grants: [grantOf(jira.ari)] })),
    [...members('open', 2), ...members('both', 3, { groups: ['group-open', 'group-crowd'] })],
  );
  await withRecords(
    async (app) => {
      const both = async () => {
        const { review } = await app.call('overview/get', {});
        const { open, cycle } = await app.call('cycle/get', {});
        expect(open).toEqual({ queue: review!.queue, backlog: review!.backlog });
        return { queue: open!.queue, opening: cycle!.opening!.queue };
      };
      const { queue, opening } = await both();
      const { lines, seats } = await app.call('queue/list', { part: 'queue', offset: 0, limit: 50 });
      // `both` are asked about with `open` and with `crowd`.
      expect(lines.reduce((sum, { item }) => sum + item.seats, 0)).toBe(queue.seats + 3);
      expect(seats).toBe(queue.seats);
      expect(opening).toMatchObject(queue);

      await app.call('sources/intend', await intend(app, 'open'), who.reviewer);
      const after = await both();
      expect(after.opening).toEqual(opening);
      expect(after.queue).toEqual({ items: queue.items - 1, seats: queue.seats - 2 });
    },
    { world },
  );
});

test('what is known of leavers says of how many directories it comes; one without a key was not read', async () => {
  await withRecords(
    async (app) => {
      const entra = { ...OKTA, idpId: 'scim-entra', name: 'Entra' };
      const google = { ...OKTA, idpId: 'google', name: 'Google', kind: 'google' as const };
      await app.call('setup/save-identity-provider', { identityProvider: entra });
      await app.call('setup/save-identity-provider', { identityProvider: google });
      const { coverage, verdict } = await scan(app);
      expect(coverage!.scimDirectories).toEqual({
        google: 'not-scim',
        'scim-entra': 'no-key',
        'scim-okta': 'read',
      });
      expect(verdict).toBe('complete');
      const { standouts } = await app.call('overview/get', {});
      expect(standouts.scimInactive).toEqual({ seats: 1, directories: { read: 1, known: 2 } });
    },
    { world: aWorld() },
  );
});

test('every redundant default group counts, and a seat that two of them give counts once', async () => {
  const names = ['one', 'two', 'three', 'four'];
  const world = withGroups(
    names.map((name) => aGroup(name, { grants: [grantOf(jira.ari, ['atlassian/user'], 'atlassian/user')] })),
    [
      ...names.flatMap((name) => members(name, 1, { groups: [`group-${name}`, 'group-engineering'] })),
      ...members('both', 1, { groups: ['group-one', 'group-two', 'group-engineering'] }),
    ],
  );
  await withRecords(
    async (app) => {
      const { seats, sources, more } = (await app.call('overview/get', {})).standouts.redundantDefaults;
      expect(sources.map(({ redundant }) => redundant)).toEqual([2, 2, 1]);
      // `ada` has one by `jira-users`; of the five others one comes by two groups.
      expect([seats, more]).toEqual([6, 2]);
    },
    { world },
  );
});

test('a root cause says what its seats are worth in each pool of its product, by how that pool counts', async () => {
  const world = withGroups(
    [
      aGroup('open', { grants: [grantOf(jira.ari, ['atlassian/user'], 'atlassian/user')] }),
      aGroup('crowd', { grants: [grantOf(wiki.ari)] }),
    ],
    [
      ...members('open', 2),
      ...members('crowd', 4),
      ...members('both', 1, { groups: ['group-open', 'group-crowd'] }),
    ],
  );
  await withRecords(
    async (app) => {
      const worthOf = async (groupId: string) =>
        (await app.call('overview/get', {})).review!.rootCauses.find((one) => one.groupId === groupId)!.worth;
      expect(await worthOf('group-open')).toEqual([]);
      await app.call('pools/save', poolInput({ name: 'Jira' }), who.finance);
      const people = { name: 'Collection', members: [jira.ari, wiki.ari], countedPer: 'person' as const };
      await app.call('pools/save', poolInput({ ...people, currency: 'EUR', bands: [{ upTo: null, price: 100_000 }] }), who.finance);
      const from = expect.any(String) as string;
      // Three seats of Jira would go; of the people, the one who has the wiki as well stays.
      expect(await worthOf('group-open')).toEqual([
        { pool: 'Collection', currency: 'EUR', cash: { amount: 2 * 100_000, from }, renewal: null },
        { pool: 'Jira', currency: 'USD', cash: { amount: 3 * 80_000, from }, renewal: null },
      ]);
      expect(await worthOf('group-crowd')).toEqual([
        { pool: 'Collection', currency: 'EUR', cash: { amount: 4 * 100_000, from }, renewal: null },
      ]);
    },
    { world },
  );
}); // prettier-ignore

test('causes by money are ranked over all of them, for each currency and way of paying by itself', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const world = withGroups(
    [
      ...names.map((name) => aGroup(name, { grants: [grantOf(wiki.ari)] })),
      aGroup('open', { grants: [grantOf(jira.ari, ['atlassian/user'], 'atlassian/user')] }),
    ],
    [...names.flatMap((name) => members(name, 8)), ...members('open', 7)],
  );
  await withRecords(
    async (app) => {
      const reviewNow = async () => (await app.call('overview/get', {})).review!;
      expect((await reviewNow()).causesByMoney).toEqual([]);
      await app.call('pools/save', poolInput({ name: 'Jira' }), who.finance);
      const yearly = { term: 'annual' as const, periodStart: '2026-01-31', bands: [{ upTo: null, price: 900_000 }] };
      await app.call('pools/save', poolInput({ name: 'Wiki', members: [wiki.ari], ...yearly }), who.finance);
      const { rootCauses, causesByMoney } = await reviewNow();
      expect(rootCauses.map(({ groupId }) => groupId)).toEqual(names.map((name) => `group-${name}`));
      expect(causesByMoney.map(({ paid, currency }) => [paid, currency])).toEqual([
        ['cash', 'USD'],
        ['renewal', 'USD'],
      ]);
      const [monthly, annual] = causesByMoney.map(({ causes }) => causes);
      // Neither is among the six with most seats.
      expect(monthly!.slice(0, 2).map(({ groupId, worth }) => [groupId, worth[0]!.cash!.amount])).toEqual([
        ['group-open', 7 * 80_000],
        ['group-jira-admins', 6 * 80_000],
      ]);
      expect(annual!.map(({ worth }) => worth[0]!.renewal!.amount)).toEqual(names.map(() => 8 * 900_000));
    },
    { world },
  );
}); // prettier-ignore

test('each flow of the overview leads to exactly its seats in the table of cases', async () => {
  await withRecords(
    async (app) => {
      const { flows } = await app.call('overview/get', {});
      for (const { cohort, holder, owner, group, product, seats } of flows) {
        if (holder === 'other-groups') throw new Error('more groups than are told by name');
        const way = { cohort, holder, owner };
        const filter = { ...EVERY_CASE.filter, ari: product!.ari, groupId: group?.groupId ?? null, way };
        const { matched, seats: billed } = await app.call('cases/list', { ...EVERY_CASE, filter });
        expect([matched, billed], JSON.stringify(way)).toEqual([seats, seats]);
      }
    },
    { world: aWorld() },
  );
});

test('the next step of a price is told where prices are known, and by when', async () => {
  await withRecords(
    async (app) => {
      const { billed } = (await app.call('pools/list', {})).pools.find(
        ({ members: products }) => products[0]!.ari === jira.ari,
      )!.seats;
      await app.call(
        'pools/save',
        poolInput({
          term: 'annual',
          model: 'tier',
          bands: [
            { upTo: billed - 2, price: 5_000_000 },
            { upTo: null, price: 9_000_000 },
          ],
          periodStart: '2026-01-31',
        }),
        who.finance,
      );
      const { standouts } = await app.call('overview/get', {});
      expect(standouts.pricesKnown).toBe(true);
      expect(standouts.priceSteps).toEqual([
        expect.objectContaining({ pool: 'Jira of acme', seats: 2, worth: 4_000_000, currency: 'USD' }),
      ]);
    },
    { world: aWorld() },
  );
});

test('who administers one site sees the seats of that site, and nothing of the other in any number', async () => {
  await withRecords(
    async (app) => {
      const all = await app.call('overview/get', {});
      const site = await app.call('overview/get', {}, who.jiraAdmin);
      expect(all.flows.some(({ product }) => product?.ari === betaJira.ari)).toBe(true);
      expect(site.history).toEqual([]);
      const about = JSON.stringify([site.flows, site.review, site.standouts]);
      expect(about).not.toContain(betaJira.ari);
      expect(about).not.toContain('beta-users');
      expect(site.seats.billed).toBe(site.flows.reduce((sum, flow) => sum + flow.seats, 0));
      expect(site.seats.billed).toBeLessThan(all.seats.billed);
    },
    { world: aWorld() },
  );
});

test('the history has a line for each review that opened, with the verdict of its scan', async () => {
  await withRecords(
    async (app) => {
      join(app, accounts.cem, 'group-open');
      app.org.setFaults(PARTIAL);
      await nextWeek(app);
      const { history, seats, verdict } = await app.call('overview/get', {});
      expect(verdict).toBe('partial');
      expect(history.map((line) => line.verdict)).toEqual(['complete', 'partial']);
      expect(history[1]!.byOwner).toEqual(seats.byOwner);
      expect(history[1]!.byOwner.several).toBe((history[0]!.byOwner.several ?? 0) + 1);
      expect(history[1]!.seats).toBe(history[0]!.seats);
    },
    { world: aWorld() },
  );
});
