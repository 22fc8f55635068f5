import { expect, test } from 'vitest';
import { generateDemoOrg } from '../../local/org/demo/generate';
import { people } from '../../local/org/demo/people';
import { startApp } from '../support/app';

test('an organization admin saves a key, scans, and sees the three paths of one account', async () => {
  const app = await startApp();
  try {
    const world = app.org.world;
    const saved = await app.call('setup/save-org-key', {
      slot: 'a',
      orgId: generateDemoOrg().org.id,
      key: app.org.orgKey,
      expiresOn: null,
      insistOnUnscoped: false,
    });
    expect(saved.probes.every((probe) => probe.granted === true)).toBe(true);
    await app.call('scan/start', {});
    await app.host.drainQueue();
    const progress = await app.call('scan/progress', {});
    expect(progress).toMatchObject({ state: 'published', verdict: 'complete', failure: null });
    const list = await app.call('cases/list', {
      filter: { ari: null, owner: null, signal: null, finding: null, billable: null, groupId: null, text: people.threePaths },
      sort: { by: 'account', direction: 'ascending' },
      offset: 0,
      limit: 10,
    });
    console.log(JSON.stringify(list, null, 1).slice(0, 3000));
  } finally {
    await app.close();
  }
});
