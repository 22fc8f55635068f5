import { expect, test } from 'vitest';
import type { Output } from '../../src/contracts/api';
import type { ChainLink } from '../../src/evidence/chain';
import { ownershipRules } from '../../src/ownership/rules';
import { INSTALLATION, type RunningApp } from '../support/app';
import { byAccount, defaultRow, exception, protect } from '../support/decisions';
import { chainOf, moveRecord, recordsOf, refusal, sha256, withRecords } from '../support/records';
import { nextWeek } from '../support/review';
import { accounts, betaJira, who } from '../support/review-org';
import { withApp } from '../support/set-up';

type Check = Output<'evidence/check'>;

/** Every piece of a check, as the page asks for them. */
async function checkAll(app: RunningApp, by: string = who.owner): Promise<Check[]> {
  const pieces: Check[] = [];
  let at: Check['next'] = null;
  do {
    const piece: Check = await app.call('evidence/check', { at }, by);
    pieces.push(piece);
    at = piece.next;
  } while (at !== null);
  return pieces;
}
const misfitOf = async (app: RunningApp, by?: string): Promise<Check['misfit']> =>
  (await checkAll(app, by)).at(-1)!.misfit;

type Stored = { version: number; body: Record<string, unknown> };
type Tamper = (at: {
  /** Changes what is stored under a key; null deletes it. */
  change: (entity: string, key: string, by: (stored: Stored) => Stored | null) => Promise<void>;
}) => Promise<void>;

/** An app whose storage somebody reaches into, behind the back of all that it knows of it. */
async function withStorageOpen(
  run: (app: RunningApp, tamper: (how: Tamper) => Promise<void>) => Promise<void>,
): Promise<void> {
  const waiting: { how: Tamper | null } = { how: null };
  const loadApp = async (): Promise<Record<string, unknown>> => {
    const index = await import('../../src/index');
    const { kvs } = await import('@forge/kvs');
    const dailyTick: typeof index.dailyTick = async (...event) => {
      if (waiting.how === null) return index.dailyTick(...event);
      const { how } = waiting;
      waiting.how = null;
      await how({
        change: async (entity, key, by) => {
          const next = by((await kvs.entity<Stored>(entity).get(key))!);
          await (next === null ? kvs.entity(entity).delete(key) : kvs.entity<Stored>(entity).set(key, next));
        },
      });
      return { statusCode: 204 };
    };
    return { ...index, dailyTick };
  };
  await withRecords(
    async (app) => {
      await run(app, async (how) => {
        waiting.how = how;
        await app.host.runFunction(INSTALLATION, 'daily-tick');
      });
    },
    { loadApp },
  );
}

const keyOf = (sequence: number): string => `event:${String(sequence).padStart(9, '0')}`;

test('what a record rests on is told with the page of its rule and its links, each bound to the one before', async () => {
  await withRecords(async (app) => {
    const record = await app.call('exceptions/record', exception(app, { row: defaultRow }));
    await moveRecord(app, record, 'end');
    const { source, links } = await app.call('evidence/get', { recordId: record.id }, who.auditor);
    const rule = ownershipRules.find(({ id }) => id === record.evidence.rule)!;
    expect(source).toEqual({ url: rule.source, checked: rule.checked });
    const chained = chainOf(app).links.filter(({ recordId }) => recordId === record.id);
    expect(links).toHaveLength(2);
    expect(links).toMatchObject(
      chained.map(({ sequence, previous, hash }) => ({ sequence, previous, hash })),
    );
    expect(links[0]!.at).toBe(record.recordedAt);

    // A record that rests on somebody's word has no rule, and its link all the same.
    const protection = await app.call('protections/record', protect(app, byAccount(accounts.ben)));
    const word = await app.call('evidence/get', { recordId: protection.id });
    expect(word).toMatchObject({ source: null, links: [{ sequence: chainOf(app).head.sequence }] });
    expect(await app.reply('evidence/get', { recordId: 'exception-of-nobody' })).toEqual(
      refusal('NOT_FOUND'),
    );
  });
});

test('a chain is checked a hundred at a time, first its links and then what is stored of each record', async () => {
  await withRecords(async (app) => {
    let after: string | null = null;
    for (let n = 0; n < 60; n += 1) {
      after = (await app.call('protections/record', protect(app, byAccount(accounts.ben), { after }))).id;
    }
    await nextWeek(app);
    const { links } = chainOf(app);
    const pieces = await checkAll(app, who.auditor);
    expect(pieces.map(({ of, done }) => [of, done])).toEqual([
      ['links', 100],
      ['links', links.length],
      ['records', recordsOf(app).length],
    ]);
    expect(pieces[0]!.total).toBe(links.length);
    const moments = pieces.flatMap(({ first, last }) =>
      first === null || last === null ? [] : [first, last],
    );
    expect(moments).toHaveLength(4);
    expect([...moments].sort()).toEqual(moments);
    expect(moments[3]!.slice(0, 10)).toBe(new Date(app.clock.now()).toISOString().slice(0, 10));
    expect(pieces.map(({ misfit }) => misfit)).toEqual([null, null, null]);
  });
});

test('a chain without a link holds', async () => {
  await withApp({}, async (app) => {
    const pieces = await checkAll(app);
    expect(pieces.map(({ of, total, misfit }) => [of, total, misfit])).toEqual([
      ['links', 0, null],
      ['records', 0, null],
    ]);
  });
});

test('a link that was changed, hashed anew, or is gone is found and named', async () => {
  await withStorageOpen(async (app, tamper) => {
    const record = await app.call('exceptions/record', exception(app));
    await app.call('protections/record', protect(app, byAccount(accounts.ben)));
    expect(await misfitOf(app)).toBeNull();
    const at = chainOf(app).links.find(({ recordId }) => recordId === record.id)!;
    const bound = { is: 'record', id: record.id, kind: 'exception' };
    const put = (link: ChainLink | null): Promise<void> =>
      tamper(({ change }) =>
        change('event', keyOf(at.sequence), (stored) =>
          link === null ? null : { ...stored, body: { ...link } },
        ),
      );
    const forged = { ...at, body: at.body.replace(record.reason, 'Another reason.') };
    await put(forged);
    expect(await misfitOf(app)).toEqual({ what: 'link', sequence: at.sequence, bound });
    // Hashed anew, the one after it no longer fits.
    const text = [forged.sequence, forged.previous, forged.recordId, forged.body].join('\n');
    await put({ ...forged, hash: sha256(text) });
    expect(await misfitOf(app)).toMatchObject({ what: 'link', sequence: at.sequence + 1 });
    await put(at);
    expect(await misfitOf(app)).toBeNull();
    await put(null);
    expect(await misfitOf(app)).toEqual({ what: 'link', sequence: at.sequence, bound: null });
  });
});

test('a record that is stored otherwise than the chain says is found and named, whatever was changed of it', async () => {
  await withStorageOpen(async (app, tamper) => {
    await app.call('protections/record', protect(app, byAccount(accounts.ben)));
    const record = await app.call('exceptions/record', exception(app));
    const key = `record:${record.id}`;
    const misfit = {
      what: 'record',
      sequence: null,
      bound: { is: 'record', id: record.id, kind: 'exception' },
    };
    const ways: ((stored: Stored) => Stored)[] = [
      (stored) => ({ ...stored, body: { ...stored.body, reason: 'Another reason.' } }),
      (stored) => ({ ...stored, body: { ...stored.body, unknown: 1 } }),
      (stored) => ({ ...stored, version: 0 }),
    ];
    for (const way of ways) {
      const kept: { stored: Stored | null } = { stored: null };
      await tamper(({ change }) =>
        change('record', key, (stored) => {
          kept.stored = stored;
          return way(stored);
        }),
      );
      expect(await misfitOf(app)).toEqual(misfit);
      await tamper(({ change }) => change('record', key, () => kept.stored));
      expect(await misfitOf(app)).toBeNull();
    }
    await tamper(({ change }) => change('record', key, () => null));
    expect(await misfitOf(app)).toEqual(misfit);
  });
});

test('a chain that ends elsewhere than its head says does not hold', async () => {
  await withStorageOpen(async (app, tamper) => {
    await app.call('protections/record', protect(app, byAccount(accounts.ben)));
    const { head } = chainOf(app);
    await tamper(({ change }) =>
      change('document', 'chain-head', (stored) => ({ ...stored, body: { ...head, hash: '0'.repeat(64) } })),
    );
    expect(await misfitOf(app)).toMatchObject({ what: 'head', sequence: head.sequence + 1 });
  });
});

test('where the chain does not hold, calls that rest on records say so; setup and the check itself go on', async () => {
  await withStorageOpen(async (app, tamper) => {
    await app.call('protections/record', protect(app, byAccount(accounts.ben)));
    const tested = await app.call('setup/check', { step: 'prices' });
    await tamper(({ change }) => change('event', keyOf(chainOf(app).head.sequence), () => null));
    await tamper(({ change }) =>
      change('document', 'chain-head', (stored) => ({
        ...stored,
        body: { ...chainOf(app).head, hash: '0'.repeat(64) },
      })),
    );
    expect(await app.reply('registers/list', { kind: 'protection' })).toEqual(refusal('EVIDENCE_BROKEN'));
    // Whether a pool was recorded since, nobody can tell.
    expect((await app.call('setup/get', {})).checks).toEqual([{ ...tested, outdated: true }]);
    expect(await misfitOf(app)).not.toBeNull();
  });
});

test('whoever sees one site is told that a record of another does not fit, and not which', async () => {
  await withStorageOpen(async (app, tamper) => {
    const record = await app.call('sites/attest', {
      cloudId: betaJira.ari.split('/').at(-1)!,
      after: null,
      reason: 'Asked the admins.',
      approvedDomains: 'beta.example',
      invitePolicy: 'Nobody invites.',
    });
    await tamper(({ change }) =>
      change('record', `record:${record.id}`, (stored) => ({
        ...stored,
        body: { ...stored.body, approvedDomains: 'other.example' },
      })),
    );
    expect(await misfitOf(app)).toMatchObject({ bound: { id: record.id } });
    expect(await misfitOf(app, who.jiraAdmin)).toEqual({ what: 'record', sequence: null, bound: null });
    expect(await app.reply('evidence/get', { recordId: record.id }, who.jiraAdmin)).toEqual(
      refusal('NOT_FOUND'),
    );
  });
});
