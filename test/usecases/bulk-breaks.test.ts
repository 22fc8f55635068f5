import { expect, test } from 'vitest';
import { INSTALLATION, type RunningApp } from '../support/app';
import { bulkInput, decideInBulk, dieInBulk, idleOrg, idsOf, itemOf } from '../support/bulk';
import { aGroup, syncedBy } from '../support/org-builder';
import { expectChainHolds, recordsOf, registered, withFolder, withRecords } from '../support/records';
import { drain, tick } from '../support/review';
import { jira } from '../support/review-org';
import { OKTA } from '../support/set-up';
import { grantOf, members, withGroups } from '../support/sources';

/** More rows than one step has. */
const PEOPLE = 14;
const world = idleOrg(PEOPLE);

/** Every row has one decision and one result that names it; there is one issue; the chain holds. */
async function expectDecidedOnce(app: RunningApp, batchId: string, people = PEOPLE): Promise<void> {
  const batch = await app.call('batches/get', { batchId });
  expect(batch).toMatchObject({ state: 'done', total: people, recorded: people, refused: 0 });
  const records = await registered(app, 'route-out');
  expect(records.map(({ row }) => row.accountId).sort()).toEqual(idsOf('sales', people).sort());
  expect(new Set(batch.results.map(({ recordId }) => recordId))).toEqual(
    new Set(records.map(({ id }) => id)),
  );
  expect(batch.results).toHaveLength(people);
  expect(recordsOf(app)).toHaveLength(people);
  const issues = app.org.world.issues();
  expect(issues).toHaveLength(1);
  for (const record of records) expect(record).toMatchObject({ state: 'sent', issueKey: issues[0]!.key });
  expectChainHolds(app);
}

for (const at of [1, 2, 9, 21, 27, 'issue', 'after the issue'] as const) {
  const where =
    typeof at === 'number'
      ? `at request ${at}`
      : `when Jira is asked, ${at === 'issue' ? 'before' : 'after'} the issue is made`;
  test(`a host that dies in the middle of a bulk (${where}) decides each row once, with one issue`, async () => {
    await withFolder(async (dataDir) => {
      await withRecords(
        async (app) => {
          const id = await dieInBulk(app, 'sales', at);
          await drain(app);
          if (typeof at !== 'number') {
            // The right to ask Jira is kept until search would know of the issue; the next tick asks again.
            expect(await app.call('batches/get', { batchId: id })).toMatchObject({
              state: 'running',
              recorded: PEOPLE,
            });
            await app.advance(5 * 60_000);
            await tick(app);
          }
          await expectDecidedOnce(app, id);
        },
        { world, dataDir, org: { jiraIndexLagMs: 60_000 } },
      );
    });
  });
}

test('events delivered twice, and several runs at once, decide each row once and tell each other’s records', async () => {
  await withRecords(
    async (app) => {
      const { id } = await app.call('queue/decide', await bulkInput(app, 'sales'));
      const event = { body: { batchId: id }, queueName: 'batch-steps', jobId: 'job', eventId: 'event' };
      await Promise.all([1, 2, 3].map(() => app.host.runFunction(INSTALLATION, 'batch-step', { event })));
      await drain(app);
      await tick(app);
      await expectDecidedOnce(app, id);
      // An event for a bulk that is over, or was never begun, does nothing.
      const before = app.host.inspect(INSTALLATION).entries();
      for (const batchId of [id, 'batch-of-nobody']) {
        await app.host.runFunction(INSTALLATION, 'batch-step', { event: { body: { batchId } } });
      }
      expect(app.host.inspect(INSTALLATION).entries()).toEqual(before);
    },
    { world, delivery: { duplicate: 1, reorder: true, parallel: 3 }, random: () => 0.3 },
  );
});

test('an event that is lost is made up for by the next daily tick', async () => {
  const lose = { share: 0 };
  const delivery = {
    get loss() {
      return lose.share;
    },
  };
  await withRecords(
    async (app) => {
      lose.share = 1;
      const { id } = await app.call('queue/decide', await bulkInput(app, 'sales'));
      await drain(app);
      lose.share = 0;
      expect(await app.call('batches/get', { batchId: id })).toMatchObject({ state: 'running', recorded: 0 });
      await tick(app);
      await expectDecidedOnce(app, id);
    },
    { world, delivery, random: () => 0 },
  );
});

test.each([12, 60])(
  'a bulk whose time is used up hands over to the next event: %i s a request',
  async (seconds) => {
    await withRecords(
      async (app) => {
        const { id } = await app.call('queue/decide', await bulkInput(app, 'sales'));
        app.front.intercept(async () => {
          await app.advance(seconds * 1_000);
          return null;
        });
        await drain(app);
        app.front.intercept(null);
        const runs = app.host
          .inspect(INSTALLATION)
          .invocations.filter((run) => run.functionKey === 'batch-step');
        expect(runs.length).toBeGreaterThan(1);
        for (const run of runs) expect(run.endedAt - run.startedAt).toBeLessThan(900_000);
        await drain(app);
        await expectDecidedOnce(app, id, 34);
      },
      { world: idleOrg(34) },
    );
  },
);

test('an organization that asks to wait is asked again by the next event, and what was decided stays', async () => {
  await withRecords(
    async (app) => {
      const { id } = await app.call('queue/decide', await bulkInput(app, 'sales'));
      let asked = 0;
      app.front.intercept(() => {
        asked += 1;
        return asked === 9 ? { status: 429, headers: { 'Retry-After': '120' } } : null;
      });
      await drain(app);
      app.front.intercept(null);
      await drain(app);
      await expectDecidedOnce(app, id);
    },
    { world },
  );
});

test('while Jira refuses the issue the route-outs are recorded and unsent, and the next daily tick sends them', async () => {
  await withRecords(
    async (app) => {
      app.interceptJira(({ path, init }) =>
        init.method === 'POST' && path.endsWith('/rest/api/3/issue')
          ? Response.json({ errors: { summary: 'A field is required.' } }, { status: 400 })
          : null,
      );
      const { id, ...batch } = await decideInBulk(app, 'sales');
      expect(batch).toMatchObject({ state: 'running', recorded: PEOPLE, refused: 0 });
      const states = async (): Promise<Set<string>> =>
        new Set((await registered(app, 'route-out')).map(({ state, issueKey }) => `${state} ${issueKey}`));
      expect(await states()).toEqual(new Set(['unsent null']));
      expect(await itemOf(app, 'inactive-one-edit', 'sales')).toMatchObject({ decided: PEOPLE });
      await tick(app);
      expect(await states()).toEqual(new Set(['unsent null']));
      app.interceptJira(null);
      await tick(app);
      await expectDecidedOnce(app, id);
      await tick(app);
      expect(app.org.world.issues()).toHaveLength(1);
    },
    { world },
  );
});

test('what one provider’s project refuses keeps the route-outs of another from nothing', async () => {
  const other = { ...OKTA, idpId: 'scim-entra', name: 'Entra', projectKey: 'OPS' };
  const both = withGroups(
    [
      aGroup('sales', { ...syncedBy('okta', 'sales'), grants: [grantOf(jira.ari)] }),
      aGroup('staff', { ...syncedBy('entra', 'staff'), grants: [grantOf(jira.ari)] }),
    ],
    members('both', 2, {
      lastActive: { [jira.ari]: '2026-04-01T09:00:00Z' },
      groups: ['group-sales', 'group-staff'],
    }),
  );
  await withRecords(
    async (app) => {
      await app.call('setup/save-identity-provider', { identityProvider: other });
      app.interceptJira(({ path, init }) =>
        path.endsWith('/rest/api/3/issue') && (init.body as string).includes('"key":"IAM"')
          ? Response.json({ errorMessages: ['No.'] }, { status: 403 })
          : null,
      );
      await decideInBulk(app, 'both');
      const records = await registered(app, 'route-out');
      expect(records.map(({ idpId, state }) => `${idpId} ${state}`).sort()).toEqual([
        'scim-entra sent',
        'scim-entra sent',
        'scim-okta unsent',
        'scim-okta unsent',
      ]);
    },
    {
      world: {
        ...both,
        identityProviders: [
          ...both.identityProviders,
          { ...both.identityProviders[0]!, scimDirectoryId: 'scim-entra', name: 'entra' },
        ],
      },
    },
  );
});
