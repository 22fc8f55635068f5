import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import type { Output } from '../../src/contracts/api';
import { INSTALLATION, type RunningApp } from '../support/app';
import { storedWith } from '../support/canary';
import { daysBefore } from '../support/org-builder';
import { accounts, jira, PERSONAL, reviewOrg, who } from '../support/review-org';
import { keyInput, saveKey, scan, withApp } from '../support/set-up';

type Entry = OrgFile['auditLog'][number];
const EVENTS = '/events-stream';

const entry = (id: string, change: Partial<Entry>): Entry => ({
  id,
  at: daysBefore(20),
  action: 'user_added_to_group',
  actor: 'system',
  accountId: accounts.ada,
  groupId: 'group-jira-users',
  ...change,
});

/** Ada came by first access, cem by an administrator into a group that was a default then; of eve nothing is logged. */
const log: Entry[] = [
  entry('e1', { cause: 'first-access' }),
  entry('e2', { accountId: accounts.cem, groupId: 'group-legacy', actor: who.jiraAdmin, cause: 'admin' }),
  entry('e3', {
    at: daysBefore(4),
    action: 'default_group_changed',
    groupId: 'group-legacy',
    ari: jira.ari,
  }),
];

/** The row of an account through a group. */
async function rowOf(
  app: RunningApp,
  accountId: string,
  groupId: string,
): Promise<Output<'cases/get'>['rows'][number]> {
  const { rows } = await app.call('cases/get', { accountId, ari: jira.ari });
  return rows.find((row) => row.groupId === groupId)!;
}

test('a source sums how its people came in; what the log does not tell is counted as not known', async () => {
  await withApp({ world: reviewOrg({ auditLog: log }) }, async (app) => {
    await saveKey(app);
    await scan(app);
    const entriesOf = async (group: string) =>
      (await app.call('sources/get', { groupId: `group-${group}`, ari: jira.ari })).entries;
    expect(await entriesOf('jira-users')).toEqual([
      { cause: 'first-access', people: 1, seats: 1 },
      { cause: 'unknown', people: 1, seats: 1 },
    ]);
    expect(await entriesOf('legacy')).toEqual([{ cause: 'admin', people: 1, seats: 1 }]);
  });
});

test('a case tells how the account came into each of its groups, and asks only where the log does not', async () => {
  await withApp({ world: reviewOrg({ auditLog: log }) }, async (app) => {
    await saveKey(app);
    await scan(app);
    const ada = await rowOf(app, accounts.ada, 'group-jira-users');
    expect(ada.entry).toEqual({
      cause: 'first-access',
      at: daysBefore(20),
      actor: 'system',
      sentence:
        'Came into the group on 2026-11-03: it opened the product for the first time, or was referred to in it. Actor: system.',
    });
    expect(ada.check.join()).not.toContain('How the account came');
    const cem = await rowOf(app, accounts.cem, 'group-legacy');
    expect(cem.entry?.sentence).toBe(
      'Came into the group on 2026-11-03: an administrator added the account. Actor: Jad Celatum. Formerly default: the group was a default of this product until 2026-11-19.',
    );
    const eve = await rowOf(app, accounts.eve, 'group-jira-users');
    expect(eve.entry).toMatchObject({ cause: 'unknown', at: null, actor: null });
    expect(eve.check).toContainEqual(
      expect.stringMatching(/^How the account came into the group: .* tells of no entry/),
    );
    const dot = await app.call('cases/get', { accountId: accounts.dot, ari: jira.ari });
    expect(dot.rows.map((row) => [row.via, row.entry])).toEqual([['direct', null]]);
    expect(storedWith(app.host, INSTALLATION, PERSONAL)).toEqual([]);
  });
});

test('without Guard the scan is complete, and a case says why it does not know', async () => {
  const org = { ...reviewOrg().org, guard: 'none' as const };
  await withApp({ world: reviewOrg({ auditLog: log, org }) }, async (app) => {
    const { probes } = await saveKey(app);
    expect(probes.at(-1)).toMatchObject({ scope: 'read:events:admin', optional: true, granted: false });
    expect(await scan(app)).toMatchObject({ state: 'published', verdict: 'complete', reasons: [] });
    const ada = await rowOf(app, accounts.ada, 'group-jira-users');
    expect(ada.entry).toMatchObject({ cause: 'unknown', at: null });
    expect(ada.check.join()).toContain('it needs Atlassian Guard');
  });
});

test('a key without the optional scope is kept and used; a limit that is reached says nothing against it', async () => {
  await withApp({ world: reviewOrg({ auditLog: log }) }, async (app) => {
    const needed = ['orgs', 'directories', 'workspaces', 'accounts', 'groups'];
    const key = app.org.issueKey({ scopes: needed.map((one) => `read:${one}:admin`) });
    const { probes } = await saveKey(app, { key });
    expect(probes.at(-1)).toMatchObject({ scope: 'read:events:admin', granted: false });
    expect(await scan(app)).toMatchObject({ state: 'published', verdict: 'complete', reasons: [] });
    for (const forced of [
      { status: 429, headers: { 'Retry-After': '50' } },
      { status: 404 },
      { status: 200, body: '{"data":7}' },
    ]) {
      app.front.intercept(({ path }) => (path.includes(EVENTS) ? forced : null));
      const reply = await app.reply('setup/save-org-key', keyInput(app));
      expect(reply.ok && reply.data.probes.at(-1)!.granted).toBe('unknown');
    }
  });
});

test('at ten calls a minute a wait is handed to the next event, and the scan ends complete', async () => {
  const auditLog = Array.from({ length: 50 }, (_, d) => entry(`e${d}`, { at: daysBefore(d + 1) }));
  await withApp({ world: reviewOrg({ auditLog }), org: { pageSizeMax: 2 } }, async (app) => {
    await saveKey(app);
    expect(await scan(app)).toMatchObject({ state: 'published', verdict: 'complete', reasons: [] });
    const runs = app.host.inspect(INSTALLATION).invocations.filter((run) => run.functionKey === 'scan-step');
    expect(runs.length).toBeGreaterThan(2);
    expect(runs.filter((run) => run.failed)).toEqual([]);
    for (const run of runs) expect(run.endedAt - run.startedAt).toBeLessThan(120_000);
    const asked = app.front.sent.filter(({ path }) => path.includes(EVENTS));
    expect(asked.length).toBeGreaterThanOrEqual(25 + 2);
    expect(asked.length).toBeLessThan(40);
    const ada = await rowOf(app, accounts.ada, 'group-jira-users');
    expect(ada.entry).toMatchObject({ at: daysBefore(1) });
    expect(app.host.queueStats(INSTALLATION)).toMatchObject({ pending: 0, failed: 0 });
  });
});
