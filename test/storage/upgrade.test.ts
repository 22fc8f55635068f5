import { expect, test } from 'vitest';
import type { Input } from '../../src/contracts/api';
import { INSTALLATION, type RunningApp } from '../support/app';
import {
  chainOf,
  dayIn,
  expectChainHolds,
  recordsOf,
  refusal,
  registered,
  storedRecord,
} from '../support/records';
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

/** Runs a test over an app whose installation was left like that by an older one. */
async function withStored(
  entries: readonly StoredEntry[],
  run: (app: RunningApp) => Promise<void>,
): Promise<void> {
  let stored = false;
  const loadApp = async (): Promise<Record<string, unknown>> => {
    const app: Record<string, unknown> = { ...(await import('../../src/index')) };
    const tick = app['dailyTick'] as (...args: unknown[]) => unknown;
    return {
      ...app,
      dailyTick: (...args: unknown[]) => {
        if (stored) return tick(...args);
        stored = true;
        return put(entries);
      },
    };
  };
  await withApp({ loadApp }, async (app) => {
    await app.host.runFunction(INSTALLATION, 'daily-tick');
    await run(app);
  });
}

const held = (app: RunningApp, after: string | null): Input<'holds/record'> => ({
  row: { accountId: accounts.cem, ari: jira.ari, via: 'group', groupId: 'group-legacy' },
  after,
  reason: 'The project may end sooner.',
  ownedBy: who.finance,
  expiresOn: dayIn(app, 30),
  condition: null,
});

for (const file of FILES) {
  test(`an app of today works on with what ${file} holds: settings, snapshot, records and chain`, async () => {
    const entries = readStored(file);
    await withStored(entries, async (app) => {
      expect(await app.call('setup/get', {})).toMatchObject({
        scope: 'organization',
        identityProviders: [OKTA],
        roles: ROLES,
        keys: { active: null },
      });
      const list = await app.call('cases/list', EVERY_CASE);
      expect(list).toMatchObject({ verdict: 'complete', matched: list.lines.length });
      expect(list.lines.length).toBeGreaterThan(10);
      const routeOuts = await registered(app, 'route-out');
      expect(routeOuts).toMatchObject([{ state: 'sent', row: { accountId: accounts.ada } }]);
      const { lines: exceptions } = await app.call('registers/list', { kind: 'exception' });
      expect(exceptions).toMatchObject([
        {
          record: { class: 'contractor', state: 'standing', ownedBy: who.finance },
          subject: { person: { accountId: accounts.cem }, product: 'jira', groupName: 'legacy' },
          inForce: true,
          moves: ['end'],
        },
      ]);
      const shown = await app.call('cases/get', { accountId: accounts.ada, ari: jira.ari });
      expect(shown.rows.flatMap((row) => row.records)).toEqual(routeOuts);

      // And goes on from there: the next key, the next scan, the next link of the chain.
      await saveKey(app);
      expect(await scan(app)).toMatchObject({ state: 'published', failure: null });
      await app.call('route-outs/record', {
        accountId: accounts.ben,
        ari: jira.ari,
        groupId: 'group-engineering',
        after: null,
        reason: 'Deactivated at the provider.',
      });
      const { links } = chainOf(app);
      const before = entries.filter((entry) => entry.entity === 'event').length;
      const records = links.filter(
        ({ recordId }) => recordId !== 'savings' && !recordId.startsWith('cycle-'),
      );
      expect(records.length).toBe(before + 2);
      expectChainHolds(app);
    });
  });

  test(`what ${file} holds is the newest of its subject: a decision made without it in view is a conflict, with it in view replaces it`, async () => {
    await withStored(readStored(file), async (app) => {
      await saveKey(app);
      const [old] = await registered(app, 'exception');
      expect(await app.reply('holds/record', held(app, null))).toEqual(refusal('CONFLICT'));
      expect(await app.reply('holds/record', held(app, 'exception-of-nobody'))).toEqual(refusal('CONFLICT'));
      expect(recordsOf(app)).toHaveLength(2);

      const hold = await app.call('holds/record', held(app, old!.id));
      expect(hold).toMatchObject({ supersedes: old!.id, state: 'standing' });
      expect(await registered(app, 'exception')).toMatchObject([{ id: old!.id, state: 'superseded' }]);
      const { rows } = await app.call('cases/get', { accountId: accounts.cem, ari: jira.ari });
      expect(rows[0]!.records.map(({ id }) => id)).toEqual([hold.id, old!.id]);
      const list = await app.call('cases/list', EVERY_CASE);
      const line = list.lines.find(
        ({ person, ari }) => person.accountId === accounts.cem && ari === jira.ari,
      );
      expect(line!.records).toEqual({ hold: 1 });
      expectChainHolds(app);
    });
  });

  test(`a route-out in ${file} that holds is used again, and asks Jira for no second issue`, async () => {
    await withStored(readStored(file), async (app) => {
      await saveKey(app);
      const [old] = await registered(app, 'route-out');
      const again = {
        accountId: accounts.ada,
        ari: jira.ari,
        groupId: 'group-engineering',
        reason: 'Again.',
      };
      expect(await app.call('route-outs/record', { ...again, after: null })).toEqual(old);
      expect(app.org.world.issues()).toEqual([]);
      expect(recordsOf(app)).toHaveLength(2);
      expect(storedRecord(app, old!.id)).not.toHaveProperty('supersedes');
    });
  });

  test(`two who decide at once on what ${file} holds, when nothing is indexed yet, end in one record`, async () => {
    await withStored(readStored(file), async (app) => {
      await saveKey(app);
      const [old] = await registered(app, 'exception');
      const replies = await Promise.all(
        [who.owner, who.reviewer, who.owner].map((by) => app.reply('holds/record', held(app, old!.id), by)),
      );
      for (const reply of replies.filter((one) => !one.ok)) expect(reply).toEqual(refusal('CONFLICT'));
      expect(replies.filter((reply) => reply.ok).length).toBe(1);
      expect(recordsOf(app)).toHaveLength(3);
      expectChainHolds(app);
    });
  });
}
