import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Settings } from '../../src/contracts/settings';
import type { KeptCheck, SetupStep } from '../../src/contracts/setup-checks';
import { startStorage, type StorageHost } from './storage-host';

let storage: StorageHost;
const asApp: StorageHost['asApp'] = (work) => storage.asApp(work);

beforeAll(async () => {
  storage = await startStorage();
});
afterAll(() => storage.close());

const app = {
  documents: () => import('../../src/storage/documents'),
  settings: async () => (await import('../../src/storage/settings')).settingsRepository,
  keys: async () => (await import('../../src/storage/key-ring')).keyRepository,
  setupChecks: async () => (await import('../../src/storage/setup-checks')).setupCheckRepository,
  snapshots: async () => (await import('../../src/storage/snapshots')).snapshotRepository,
  conflict: async () => (await import('../../src/usecases/ports')).Conflict,
};

test('a document is made once, and changed only by who has read its last version', async () => {
  const { saveDocument, loadDocument } = await app.documents();
  const { z } = await import('zod');
  const Conflict = await app.conflict();
  const Body = z.strictObject({ text: z.string() });
  await asApp(async () => {
    expect(await loadDocument('a', Body)).toBeNull();
    await saveDocument('a', 0, { text: 'one' });
    expect(await loadDocument('a', Body)).toEqual({ version: 1, body: { text: 'one' } });
    await expect(saveDocument('a', 0, { text: 'again' })).rejects.toBeInstanceOf(Conflict);
    await saveDocument('a', 1, { text: 'two' });
    for (const stale of [0, 1, 3]) {
      await expect(saveDocument('a', stale, { text: 'lost' })).rejects.toBeInstanceOf(Conflict);
    }
    expect(await loadDocument('a', Body)).toEqual({ version: 2, body: { text: 'two' } });
  });
});

test('of many writers with the same version one wins, and no write is lost', async () => {
  const { saveDocument, loadDocument } = await app.documents();
  const { z } = await import('zod');
  const Conflict = await app.conflict();
  await asApp(async () => {
    await saveDocument('counter', 0, { n: 0 });
    let refused = 0;
    const add = async (): Promise<void> => {
      for (;;) {
        const found = (await loadDocument('counter', z.strictObject({ n: z.int() })))!;
        try {
          await saveDocument('counter', found.version, { n: found.body.n + 1 });
          return;
        } catch (error) {
          if (!(error instanceof Conflict)) throw error;
          refused += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: 12 }, add));
    expect(refused).toBeGreaterThan(0);
    expect(await loadDocument('counter', z.strictObject({ n: z.int() }))).toMatchObject({ body: { n: 12 } });
  });
});

test('a failure that is no conflict is passed on as it is', async () => {
  const { saveDocument } = await app.documents();
  const Conflict = await app.conflict();
  const tooLarge = await asApp(() => saveDocument('big', 0, { text: 'x'.repeat(300_000) })).then(
    () => null,
    (error: unknown) => error,
  );
  expect(tooLarge).toBeInstanceOf(Error);
  expect(tooLarge).not.toBeInstanceOf(Conflict);
});

test('a stored document that is none of ours is refused with the field that is wrong', async () => {
  const settings = await app.settings();
  const keys = await app.keys();
  const snapshots = await app.snapshots();
  const { kvs } = await import('@forge/kvs');
  const put = (key: string, body: unknown): Promise<unknown> =>
    asApp(async () => kvs.entity('document').set(key, { version: 4, body }));

  await put('settings', { schema: 1, version: 3, scope: 'galaxy' });
  await expect(asApp(() => settings.load())).rejects.toThrow(/scope/);
  await put('settings', { schema: 2 });
  await expect(asApp(() => settings.load())).rejects.toThrow(/schema/);
  await put('key-ring', { schema: 1, version: 0, active: 'c', org: { a: null, b: null }, scim: [] });
  await expect(asApp(() => keys.load())).rejects.toThrow(/active/);
  await put('published', { schema: 1, current: { scanId: 7, chunks: 'x' } });
  await expect(asApp(() => snapshots.current())).rejects.toThrow(/scanId/);
  await expect(asApp(() => snapshots.load('none'))).rejects.toThrow(/scanId/);
});

test('settings come back under the version they are stored at, and defaults are there before any', async () => {
  const settings = await app.settings();
  const { kvs } = await import('@forge/kvs');
  await asApp(async () => {
    await kvs.entity('document').delete('settings');
    const first = await settings.load();
    expect(first).toMatchObject({ version: 0, scope: 'site', orgId: null, roles: [] });
    const saved = await settings.save({ ...first, scope: 'organization' } satisfies Settings);
    expect(saved.version).toBe(1);
    expect(await settings.load()).toEqual(saved);
    const again = await settings.save({ ...saved, orgId: 'org-1' });
    expect(await settings.load()).toEqual(again);
  });
});

test('of the tests of setup one that cannot be read is left out, and the next one is kept all the same', async () => {
  const setupChecks = await app.setupChecks();
  const { kvs } = await import('@forge/kvs');
  const kept = (step: SetupStep): KeptCheck => ({
    check: {
      step,
      at: '2026-11-23T09:00:00.000Z',
      remarks: [{ code: 'key-none', state: 'failed', params: {} }],
    },
    of: 'what is set up',
    scope: 'site',
  });
  const old = { ...kept('roles'), check: { step: 'roles', remarks: [{ code: 'code-of-old' }] } };
  await asApp(async () => {
    expect(await setupChecks.load()).toEqual([]);
    await Promise.all([setupChecks.keep(kept('scim')), setupChecks.keep(kept('scan'))]);
    expect((await setupChecks.load()).map(({ check }) => check.step).sort()).toEqual(['scan', 'scim']);
    const body = { schema: 1, checks: [kept('org-key'), old, 'none'] };
    await kvs.entity('document').set('setup-checks', { version: 4, body });
    expect(await setupChecks.load()).toEqual([kept('org-key')]);
    await kvs.entity('document').set('setup-checks', { version: 5, body: { schema: 0 } });
    expect(await setupChecks.load()).toEqual([]);
    await setupChecks.keep(kept('roles'));
    expect(await setupChecks.load()).toEqual([kept('roles')]);
  });
});
