import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type ChainHead, type ChainLink, findBrokenLink } from '../../src/evidence/chain';
import { INSTALLATION } from '../support/app';
import { accounts, jira, who } from '../support/review-org';
import { EVERY_CASE, OKTA, ROLES, scan, withApp, saveKey } from '../support/set-up';
import { readStored, type StoredEntry } from './stored-entries';

/*
 * What each schema version has stored, as an installation of that time left it. A file is never changed or
 * removed: as long as somebody may still have such a store, the app has to read it.
 */
const FILES = ['stored-by-schema-1.json'] as const;

async function put(entries: readonly StoredEntry[]): Promise<void> {
  const { kvs } = await import('@forge/kvs');
  for (const { entity, key, value } of entries) {
    if (entity === '') await kvs.set(key, value as string);
    else await kvs.entity(entity).set(key, value);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

for (const file of FILES) {
  test(`an app of today works on with what ${file} holds: settings, snapshot, records and chain`, async () => {
    const entries = readStored(file);
    const loadApp = async (): Promise<Record<string, unknown>> => ({
      ...(await import('../../src/index')),
      dailyTick: () => put(entries),
    });
    await withApp({ loadApp }, async (app) => {
      await app.host.runFunction(INSTALLATION, 'daily-tick');
      expect(await app.call('setup/get', {})).toMatchObject({
        scope: 'organization',
        identityProviders: [OKTA],
        roles: ROLES,
        keys: { active: null },
      });
      const list = await app.call('cases/list', EVERY_CASE);
      expect(list).toMatchObject({ verdict: 'complete', matched: list.lines.length });
      expect(list.lines.length).toBeGreaterThan(10);
      const { lines: routeOuts } = await app.call('route-outs/list', {});
      expect(routeOuts).toMatchObject([{ record: { state: 'sent', row: { accountId: accounts.ada } } }]);
      const { lines: exceptions } = await app.call('exceptions/list', {});
      expect(exceptions).toMatchObject([
        { record: { class: 'contractor' }, ownedBy: { accountId: who.finance } },
      ]);
      const shown = await app.call('cases/get', { accountId: accounts.ada, ari: jira.ari });
      expect(shown.rows.flatMap((row) => row.routeOuts)).toEqual(routeOuts.map((line) => line.record));

      // And goes on from there: the next key, the next scan, the next link of the chain.
      await saveKey(app);
      expect(await scan(app)).toMatchObject({ state: 'published', failure: null });
      await app.call('route-outs/record', {
        accountId: accounts.ben,
        ari: jira.ari,
        groupId: 'group-engineering',
        reason: 'Deactivated at the provider.',
      });
      const stored = app.host.inspect(INSTALLATION).entries();
      const links = stored
        .filter((entry) => entry.entity === 'event')
        .map((entry) => (entry.value as { body: ChainLink }).body);
      const head = stored.find((entry) => entry.key === 'chain-head')!.value as { body: ChainHead };
      const before = entries.filter((entry) => entry.entity === 'event').length;
      expect(links.length).toBe(before + 2);
      expect(findBrokenLink(links, head.body, sha256)).toBeNull();
    });
  });
}
