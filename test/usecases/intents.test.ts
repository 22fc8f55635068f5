import { expect, test } from 'vitest';
import type { Input } from '../../src/contracts/api';
import { aGroup, daysBefore } from '../support/org-builder';
import {
  dayIn,
  expectChainHolds,
  moveInput,
  recordsOf,
  refusal,
  registered,
  sha256,
  storedRecord,
  withRecords,
} from '../support/records';
import { cycleOf, itemsOfClass, nextWeek, peopleOf } from '../support/review';
import { jira, who, wiki } from '../support/review-org';
import { scan } from '../support/set-up';
import {
  crowdedOrg,
  grantOf,
  intend,
  intentIn,
  members,
  of,
  reviewItem,
  withGroups,
} from '../support/sources';

test('up to 50 seats one person declares a source intended; it stands at once, with what was known of it', async () => {
  await withRecords(
    async (app) => {
      const input = await intend(app, 'fifty', { cap: 50 });
      const record = await app.call('sources/intend', input, who.reviewer);
      const { after, ...terms } = input;
      expect(record).toMatchObject({
        ...terms,
        kind: 'intent',
        state: 'standing',
        supersedes: after,
        recordedBy: who.reviewer,
        cycleId: (await cycleOf(app)).id,
        evidence: {
          groupName: 'fifty',
          owner: 'local-group',
          roles: ['atlassian/user'],
          defaultRole: null,
          grants: [jira.ari],
          complete: true,
          verdict: 'complete',
          people: 50,
          seats: 50,
          seatsOnlyHere: 50,
        },
      });
      const ids = members('fifty', 50)
        .map(({ accountId }) => accountId)
        .sort();
      expect(record.evidence.seated).toEqual({ count: 50, hash: sha256(ids.join('\n')) });
      expect(await intentIn(app, 'fifty')).toBe('standing');

      // Of another site nothing is said in a record that its own admins read.
      const spread = await app.call('sources/intend', await intend(app, 'spread'));
      expect(spread.evidence.grants).toEqual([jira.ari]);
      expect(JSON.stringify(await registered(app, 'intent', who.jiraAdmin))).not.toContain('cloud-beta');

      await nextWeek(app);
      expect(await reviewItem(app, 'fifty')).toBeUndefined();
      const { opening } = await cycleOf(app);
      expect(opening!.covered).toContainEqual({ recordId: record.id, people: record.evidence.seated });
      expect(opening!.rows.covered).toBe(51);
      expectChainHolds(app);
    },
    { world: crowdedOrg() },
  );
});

test('above 50 seats it is a proposal that covers nobody until another person approves it', async () => {
  await withRecords(
    async (app) => {
      const record = await app.call('sources/intend', await intend(app, 'crowd'), who.reviewer);
      expect(record.state).toBe('proposed');
      expect(await intentIn(app, 'crowd')).toBe('proposed');
      const approve = await moveInput(app, record, 'approve');
      expect(await app.reply('records/move', approve, who.reviewer)).toEqual(refusal('SECOND_PERSON'));
      expect(await app.reply('records/move', approve, who.auditor)).toEqual(refusal('NOT_ALLOWED'));
      await nextWeek(app);
      const line = await reviewItem(app, 'crowd');
      expect(line).toMatchObject({ people: 51, decided: 0 });
      expect(line!.item.reason).toMatch(/waits for a second person/);
      expect((await cycleOf(app)).opening!.covered).toEqual([]);

      await app.call('records/move', approve, who.owner);
      expect(storedRecord(app, record.id)).toMatchObject({ state: 'standing', steps: [{ by: who.owner }] });
      await nextWeek(app);
      expect(await reviewItem(app, 'crowd')).toBeUndefined();
      expect((await cycleOf(app)).opening!.covered).toMatchObject([
        { recordId: record.id, people: { count: 51 } },
      ]);
      expectChainHolds(app);
    },
    { world: crowdedOrg() },
  );
});

test('a cap that one person could not have asked for with 50 seats is a proposal too, however few the seats are now', async () => {
  await withRecords(
    async (app) => {
      const states: string[] = [];
      for (const cap of [55, 56, 10_000_000]) {
        const record = await app.call('sources/intend', await intend(app, 'fifty', { cap }), who.reviewer);
        states.push(record.state);
      }
      expect(states).toEqual(['standing', 'proposed', 'proposed']);
      expect(await intentIn(app, 'fifty')).toBe('proposed');
    },
    { world: crowdedOrg() },
  );
});

test('a cap below the seats, an end that is too far, too near or over, and an owner whom nobody knows are refused', async () => {
  await withRecords(
    async (app) => {
      const reply = async (group: string, change: Partial<Input<'sources/intend'>>): Promise<unknown> =>
        app.reply('sources/intend', await intend(app, group, change));
      for (const cap of [0, 49]) {
        expect(await reply('fifty', { cap })).toEqual(refusal('BAD_INPUT', /50 seats already/));
      }
      for (const days of [0, -1, 366, 4_000]) {
        expect(await reply('fifty', { expiresOn: dayIn(app, days) }), String(days)).toEqual(
          refusal('BAD_INPUT', days > 0 ? /365 days at most/ : /after today/),
        );
      }
      const unsaid = of('unsaid', wiki.ari);
      expect(await reply('', { source: unsaid })).toEqual(
        refusal('OUTCOME_NOT_PERMITTED', /before it is known whose it is/),
      );
      for (const source of [
        of('none'),
        of('wiki'),
        of('legacy', 'ari:cloud:jira-software::site/cloud-none'),
      ]) {
        const input = { ...(await intend(app, 'fifty')), source };
        expect(await app.reply('sources/intend', input)).toEqual(refusal('NOT_FOUND'));
      }
      const groups = 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search';
      app.org.setFaults({ wrongShape: [{ endpoint: groups, path: 'data.*.counts.users', value: 90 }] });
      await scan(app);
      expect(await reply('fifty', {})).toEqual(refusal('EVIDENCE_INCOMPLETE', /did not add up/));
      expect(recordsOf(app)).toEqual([]);
    },
    { world: crowdedOrg() },
  );
});

test('people outside of the population stay in the queue, and what asks for an answer of its own is never covered', async () => {
  const world = withGroups(
    [aGroup('mixed', { grants: [grantOf(jira.ari)] })],
    [
      ...members('mixed', 3),
      ...members('mixed', 1, { accountId: '712020:guest', email: 'guest@partner.example' }),
      ...members('mixed', 1, { accountId: '712020:managed', claimStatus: 'managed' }),
      ...members('mixed', 1, { accountId: '712020:idle', lastActive: { [jira.ari]: daysBefore(200) } }),
    ],
  );
  await withRecords(
    async (app) => {
      const population = { claimStatuses: ['unmanaged'], domains: ['hidden.example'] };
      await app.call('sources/intend', await intend(app, 'mixed', { population }));
      await nextWeek(app);
      const line = await reviewItem(app, 'mixed');
      expect(line!.item.reason).toBe('2 people are outside of the people it was decided for.');
      expect(await peopleOf(app, line!)).toEqual(['712020:guest', '712020:managed']);
      const idle = await itemsOfClass(app, 'inactive-one-edit');
      const people = await Promise.all(idle.map((one) => peopleOf(app, one)));
      expect(people.flat()).toContain('712020:idle');
      expect((await cycleOf(app)).opening!.rows.covered).toBe(3);
    },
    { world },
  );
});
