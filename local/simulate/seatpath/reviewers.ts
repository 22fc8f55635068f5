import type { Call, Input, Output } from '../../../src/contracts/api';
import type { QueueLine } from '../../../src/contracts/review-views';
import type { HostClock } from '../../host/clock';
import type { Host } from '../../host/host';

const DAY = 86_400_000;

/** The app as it runs for one installation, whoever put it there. */
export interface Desk {
  readonly host: Host;
  readonly installationId: string;
  readonly clock: HostClock;
  /** Makes a call that must succeed, as somebody; as the desk’s own person where nobody is named. */
  call<C extends Call>(call: C, input: Input<C>, accountId?: string): Promise<Output<C>>;
  /** Moves the clock of the app and of the organization. */
  advance(ms: number): Promise<void>;
}

/** Two people who review, and how far ahead they decide. */
export interface Reviewers {
  readonly first: string;
  readonly second: string;
}

/** A day some days from now, as the app writes days. */
export const dayIn = (app: Desk, days: number): string =>
  new Date(app.clock.now() + days * DAY).toISOString().slice(0, 10);

/** Lets a day pass: its tick fires as often as asked, and what it sends on its way comes to its end. */
export async function passDay(app: Desk, fires = 1): Promise<void> {
  await app.advance(DAY);
  for (let n = 0; n < fires; n += 1) await app.host.fireSchedule('every-day', app.installationId);
  await app.host.drainQueue(app.installationId, { until: app.clock.now() + 3 * 3_600_000 });
}

export async function linesOf(app: Desk, part: 'queue' | 'backlog'): Promise<QueueLine[]> {
  const lines: QueueLine[] = [];
  for (;;) {
    const page = await app.call('queue/list', { part, offset: lines.length, limit: 200 });
    lines.push(...page.lines);
    if (lines.length >= page.total) return lines;
  }
}

/** Decides a bulk and waits for its last row. */
export async function decideInBulk(
  app: Desk,
  input: Omit<Input<'queue/decide'>, 'cycleId'>,
  by?: string,
): Promise<Output<'batches/get'>> {
  const { cycle } = await app.call('cycle/get', {});
  const batch = await app.call('queue/decide', { ...input, cycleId: cycle!.id }, by);
  await app.host.drainQueue(app.installationId, { until: app.clock.now() + 6 * 3_600_000 });
  return app.call('batches/get', { batchId: batch.id });
}

/** Declares a source intended for everybody in it, with a second person's word where that is needed. */
export async function intend(
  app: Desk,
  source: Input<'sources/intend'>['source'],
  { first, second }: Reviewers,
  change: Partial<Input<'sources/intend'>> = {},
): Promise<Output<'sources/intend'>> {
  const { line, decision } = await app.call('sources/get', source);
  const intent = await app.call(
    'sources/intend',
    {
      source,
      after: decision?.record.id ?? null,
      reason: 'Everybody who comes in here is meant to.',
      steward: first,
      population: { claimStatuses: [], domains: [] },
      cap: Math.ceil(line.seats * 1.1),
      expiresOn: dayIn(app, 365),
      ...change,
    },
    first,
  );
  if (intent.state === 'proposed') {
    await app.call('records/move', { recordId: intent.id, version: 1, move: 'approve', note: '' }, second);
  }
  return intent;
}

/** Plans the change that is suggested for a source, or declares it intended where that change cannot be made. */
async function redesign(app: Desk, source: Input<'sources/get'>, reviewers: Reviewers): Promise<void> {
  const { suggestedChange: change, decision } = await app.call('sources/get', source);
  if (change === null) {
    await intend(app, source, reviewers);
    return;
  }
  const preview = await app.call('sources/simulate', { source, change });
  const planned = await app.call('sources/redesign', {
    source,
    after: decision?.record.id ?? null,
    reason: 'Newcomers come in through the synced group.',
    change,
    losesAccessHash: preview.losesAccess.hash,
  });
  await app.call(
    'records/move',
    { recordId: planned.id, version: 1, move: 'approve', note: '' },
    reviewers.second,
  );
}

/** Does with an item what is suggested for it, as two reviewers with an hour would. */
export async function followSuggestion(
  app: Desk,
  { item, suggestion }: QueueLine,
  reviewers: Reviewers,
): Promise<void> {
  switch (item.outcome) {
    case 'decide-source': {
      const source = { groupId: item.groupId!, ari: item.ari! };
      if (suggestion.do === 'redesign' && item.class !== 'back') await redesign(app, source, reviewers);
      else await intend(app, source, reviewers);
      return;
    }
    case 'attest-source':
      await app.call('sources/attest', {
        groupId: item.groupId!,
        after: null,
        reason: 'Asked the team that runs it.',
        says: 'local',
        idpId: null,
        expiresOn: dayIn(app, 300),
      });
      return;
    case 'attest-settings': {
      const { lines } = await app.call('registers/list', { kind: 'settings-attestation' });
      const known = lines.find(({ record }) => 'cloudId' in record && record.cloudId === item.cloudId);
      await app.call('sites/attest', {
        cloudId: item.cloudId!,
        after: known?.record.id ?? null,
        reason: 'Looked it up.',
        approvedDomains: 'none',
        invitePolicy: 'admins only',
      });
      return;
    }
    case 'free-seats':
    case 'close-dormant': {
      const hold = {
        do: 'hold' as const,
        ownedBy: reviewers.first,
        expiresOn: dayIn(app, 60),
        condition: null,
      };
      const frees = item.freeable > 0 && item.class !== 'back';
      const decide = (outcome: Input<'queue/decide'>['outcome']) =>
        decideInBulk(app, { itemId: item.id, outcome, except: [], reason: 'Reviewed together.' });
      const { refused } = await decide(frees ? { do: 'free-seats' } : hold);
      // Whom nobody can be asked about yet waits.
      if (frees && refused > 0) await decide(hold);
    }
  }
}
