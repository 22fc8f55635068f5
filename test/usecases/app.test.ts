import { expect, test } from 'vitest';
import { generateDemoOrg } from '../../local/org/demo/generate';
import { people } from '../../local/org/demo/people';
import { startApp } from '../support/app';
import { EVERY_CASE } from '../support/set-up';

test('an organization admin saves a key, scans, and sees the three paths of one account', async () => {
  const world = generateDemoOrg();
  const app = await startApp({ world });
  try {
    const saved = await app.call('setup/save-org-key', {
      slot: 'a',
      orgId: world.org.id,
      key: app.org.orgKey,
      expiresOn: null,
      insistOnUnscoped: false,
    });
    expect(saved.probes.map((probe) => probe.granted)).toEqual([true, true, true, true, true, true]);

    await app.call('scan/start', {});
    await app.host.drainQueue(undefined, { until: app.clock.now() + 3_600_000 });
    const progress = await app.call('scan/progress', {});
    expect(progress).toMatchObject({ state: 'published', failure: null });
    expect(progress.coverage?.users.seen).toBe(progress.coverage?.users.expected);

    const jira = world.resources.find((one) => one.typeKey.startsWith('jira'))!.ari;
    const filter = { ...EVERY_CASE.filter, ari: jira, text: people.threePaths };
    const list = await app.call('cases/list', { ...EVERY_CASE, filter });
    expect(list.lines).toHaveLength(1);
    const [line] = list.lines;
    expect(line).toMatchObject({
      person: { accountId: people.threePaths, name: 'Henrik Aalto' },
      owners: ['idp-owned', 'default-group', 'local-group'],
      paths: [
        { owner: 'default-group', billable: true },
        { owner: 'idp-owned', billable: true },
        { owner: 'local-group', billable: true },
      ],
      decisions: ['route-out', 'review-default-group', 'review-local-access'],
    });

    const one = await app.call('cases/get', { accountId: people.threePaths, ari: line!.ari });
    expect(one.rows.map(({ row }) => row.owner)).toHaveLength(3);
    expect(new Set(one.rows.map(({ row }) => row.owner))).toEqual(new Set(line!.owners));
    for (const row of one.rows) {
      const synced = row.row.owner === 'idp-owned';
      expect(row.outcomes.includes('route-out')).toBe(synced);
      expect(row.outcomes.includes('local-removal')).toBe(!synced);
      expect(row.source.url).toMatch(/^https:\/\/(support|developer)\.atlassian\.com\//);
    }
    expect(app.org.requests.writes()).toEqual([]);
  } finally {
    await app.close();
  }
});
