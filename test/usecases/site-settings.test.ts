import { expect, test } from 'vitest';
import type { Input } from '../../src/contracts/api';
import type { RunningApp } from '../support/app';
import { expectChainHolds, recordsOf, refusal, storedRecord, withRecords } from '../support/records';
import { itemsOfClass, nextWeek, tick } from '../support/review';
import { who } from '../support/review-org';

const attest = (change: Partial<Input<'sites/attest'>> = {}): Input<'sites/attest'> => ({
  cloudId: 'cloud-acme',
  after: null,
  reason: 'Looked up in the administration.',
  approvedDomains: 'acme.example may join by itself.',
  invitePolicy: 'Everybody may invite.',
  ...change,
});

const askedFor = async (app: RunningApp): Promise<string[]> =>
  (await itemsOfClass(app, 'settings')).map(({ item }) => item.cloudId!).sort();

test('the settings of a site that no API tells are attested until the end of the quarter, and asked for again in the next', async () => {
  await withRecords(async (app) => {
    expect(await askedFor(app)).toEqual(['cloud-acme', 'cloud-beta']);
    const record = await app.call('sites/attest', attest(), who.reviewer);
    expect(record).toMatchObject({
      ...{ kind: 'settings-attestation', state: 'standing', cloudId: 'cloud-acme' },
      approvedDomains: 'acme.example may join by itself.',
      expiresOn: '2026-12-31',
      recordedBy: who.reviewer,
    });
    const { progress } = await app.call('cycle/get', {});
    expect(progress!.items.decided).toBe(1);
    const { lines } = await app.call('registers/list', { kind: 'settings-attestation' });
    expect(lines).toMatchObject([{ subject: { site: 'cloud-acme' }, inForce: true, moves: ['end'] }]);
    // Until 2026-12-31 is over.
    for (let week = 0; week < 5; week += 1) {
      await nextWeek(app);
      expect(await askedFor(app)).toEqual(['cloud-beta']);
    }
    expect(new Date(app.clock.now()).toISOString()).toContain('2026-12-28');
    await nextWeek(app);
    expect(await askedFor(app)).toEqual(['cloud-acme', 'cloud-beta']);

    const next = await app.call('sites/attest', attest({ after: record.id }));
    expect(next.expiresOn).toBe('2027-03-31');
    expect(storedRecord(app, record.id)).toMatchObject({ state: 'superseded' });
    expectChainHolds(app);
  });
});

test('a site is one of those that a person sees; each has its own words, and a stale one is a conflict', async () => {
  await withRecords(async (app) => {
    expect(await app.reply('sites/attest', attest({ cloudId: 'cloud-nowhere' }))).toEqual(
      refusal('NOT_FOUND'),
    );
    for (const field of ['approvedDomains', 'invitePolicy', 'reason'] as const) {
      for (const words of ['', ' '.repeat(9), 'x'.repeat(1_001)]) {
        expect(await app.reply('sites/attest', attest({ [field]: words })), field).toEqual(
          refusal('BAD_INPUT'),
        );
      }
    }
    const first = await app.call('sites/attest', attest());
    await app.call('sites/attest', attest({ cloudId: 'cloud-beta' }));
    expect(await app.reply('sites/attest', attest())).toEqual(refusal('CONFLICT'));
    const replies = await Promise.all(
      [who.owner, who.reviewer].map((by) => app.reply('sites/attest', attest({ after: first.id }), by)),
    );
    expect(replies.map((reply) => reply.ok).sort()).toEqual([false, true]);
    expect(recordsOf(app)).toHaveLength(3);

    await app.call('setup/save-scope', { scope: 'site' });
    expect(await app.reply('sites/attest', attest({ cloudId: 'cloud-beta' }))).toEqual(refusal('NOT_FOUND'));
    await tick(app);
    expectChainHolds(app);
  });
});
