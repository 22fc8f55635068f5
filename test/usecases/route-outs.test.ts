import { expect, test } from 'vitest';
import { automationAccountId } from '../../local/org/jira/auth';
import type { RequestIssue, RouteOut } from '../../src/contracts/route-outs';
import type { HandOver, RowView } from '../../src/contracts/case-views';
import { ownershipRules } from '../../src/ownership/rules';
import { adfNodes, adfProblems, adfText } from '../support/adf';
import { INSTALLATION, type RunningApp } from '../support/app';
import { decideInBulk, idleOrg, idsOf } from '../support/bulk';
import { DAY, expectChainHolds, moveRecord, registered, requestsOf, withRecords } from '../support/records';
import { cycleOf, drain, happen, itemsOfClass, nextWeek, tick } from '../support/review';
import { jira, who } from '../support/review-org';
import { OKTA, scan } from '../support/set-up';

/** What somebody writes in an issue: lines of a mention and words. */
const lines = (...said: readonly (readonly [string | null, string])[]): Record<string, unknown> => ({
  version: 1,
  type: 'doc',
  content: said.map(([accountId, words]) => ({
    type: 'paragraph',
    content: [
      ...(accountId === null ? [] : [{ type: 'mention', attrs: { id: accountId, text: '@somebody' } }]),
      { type: 'text', text: ` ${words}` },
    ],
  })),
});

const people = idsOf('sales', 4);
const ofSales = { ari: jira.ari, groupId: 'group-sales' };
const rowsOf = async (app: RunningApp): Promise<Record<string, string>> =>
  Object.fromEntries((await registered(app, 'route-out')).map(({ row, state }) => [row.accountId, state]));
const rowOf = async (app: RunningApp, accountId: string): Promise<RouteOut> =>
  (await registered(app, 'route-out')).find(({ row }) => row.accountId === accountId)!;
/** To whom the first person's row would go now. */
const handOverOf = async (app: RunningApp): Promise<HandOver | null> => {
  const { rows } = await app.call('cases/get', { accountId: people[0]!, ari: jira.ari });
  return rows.find(({ groupId }) => groupId === ofSales.groupId)!.handOver;
};
const issueOf = (app: RunningApp): RequestIssue => requestsOf(app)[0]!;

/** Four people of one synced group, handed over together. */
async function withHandedOver(run: (app: RunningApp, key: string) => Promise<void>): Promise<void> {
  await withRecords(
    async (app) => {
      await decideInBulk(app, 'sales');
      const { issueKey } = issueOf(app);
      expect(new Set(Object.values(await rowsOf(app)))).toEqual(new Set(['sent']));
      await run(app, issueKey!);
      expectChainHolds(app);
    },
    { world: idleOrg(4) },
  );
}

async function days(app: RunningApp, count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    await app.advance(DAY);
    await tick(app);
    await drain(app);
  }
}

test('what the identity owner answers for each person becomes the state of each row; what others write answers nothing', async () => {
  await withHandedOver(async (app, key) => {
    const [first, second, third, fourth] = people as [string, string, string, string];
    const world = app.org.world;
    world.comment(key, who.plain, lines([null, 'all done']));
    world.comment(key, who.identityOwner, lines([null, 'I am looking into it.']));
    await tick(app);
    expect(new Set(Object.values(await rowsOf(app)))).toEqual(new Set(['acknowledged']));
    world.comment(
      key,
      who.identityOwner,
      lines(
        [first, 'done'],
        [second, 'planned 2027-01-15'],
        [third, 'on leave 2027-02-01'],
        [fourth, 'needs access'],
      ),
    );
    await tick(app);
    expect(await rowsOf(app)).toEqual({
      [first]: 'done-claimed',
      [second]: 'acknowledged',
      [third]: 'disputed',
      [fourth]: 'disputed',
    });
    expect((await rowOf(app, second)).answer).toMatchObject({
      says: 'planned',
      until: '2027-01-15',
      by: who.identityOwner,
    });
    expect((await rowOf(app, third)).answer).toMatchObject({ says: 'on-leave', until: '2027-02-01' });
    const pathOf = async (accountId: string): Promise<RowView> => {
      const { rows } = await app.call('cases/get', { accountId, ari: jira.ari });
      return rows.find(({ groupId }) => groupId === ofSales.groupId)!;
    };
    const proposedFor = async (accountId: string): Promise<unknown> => (await pathOf(accountId)).proposed;
    // What is disputed is to be decided anew.
    expect((await pathOf(second)).decided).toBe(true);
    expect((await pathOf(third)).decided).toBe(false);
    expect(await proposedFor(third)).toMatchObject({ class: 'leave', expiresOn: '2027-02-01' });
    expect(await proposedFor(fourth)).toMatchObject({
      class: 'other',
      reason: expect.stringMatching(/needs access\.$/) as string,
    });
    expect(await proposedFor(second)).toBeNull();
    await nextWeek(app);
    const back = (await itemsOfClass(app, 'back')).map(({ item }) => item.reason);
    expect(back).toContain('The identity owner says no: decide it anew.');
  });
});

test('said to be done and gone, a row is confirmed between two scans; still there, it is not, comes back and is asked for again', async () => {
  await withHandedOver(async (app, key) => {
    const [first, second] = people as [string, string];
    app.org.world.comment(key, who.identityOwner, lines([first, 'done'], [second, 'done']));
    happen(app, { do: 'remove-member', accountId: first, groupId: 'group-sales', by: 'okta' });
    await tick(app);
    expect(await rowsOf(app)).toMatchObject({ [first]: 'done-claimed', [second]: 'done-claimed' });
    await days(app, 1);
    expect(await rowsOf(app)).toMatchObject({ [first]: 'confirmed', [second]: 'not-confirmed' });
    await nextWeek(app);
    const items = await itemsOfClass(app, 'back');
    expect(items.map(({ item }) => item.reason).join()).toMatch(/still there/);

    // One comment a week, and after two of them the named person.
    await days(app, 28);
    const issue = app.org.world.issues().find((one) => one.key === key)!;
    const told = issue.comments.filter(({ author }) => author.startsWith('app-user'));
    const about = issueOf(app).comments.map((one) => one.about);
    expect(told).toHaveLength(about.length);
    expect(about.slice(0, 3)).toEqual(['not-confirmed', 'not-confirmed', 'escalation']);
    const gaps = issueOf(app).comments.map(({ at }) => Date.parse(at));
    for (let i = 1; i < gaps.length; i += 1) expect(gaps[i]! - gaps[i - 1]!).toBeGreaterThanOrEqual(7 * DAY);
    for (const { body } of told) expect(adfProblems(body)).toEqual([]);
  });
});

test('an issue moved to done answers for everybody; closed as won’t do, its rows are disputed', async () => {
  await withHandedOver(async (app, key) => {
    app.org.world.transition(key, 'done', 'Done', who.identityOwner);
    await tick(app);
    expect(new Set(Object.values(await rowsOf(app)))).toEqual(new Set(['done-claimed']));
    for (const accountId of people)
      happen(app, { do: 'remove-member', accountId, groupId: 'group-sales', by: 'okta' });
    await days(app, 2);
    expect(new Set(Object.values(await rowsOf(app)))).toEqual(new Set(['confirmed']));
    expect(issueOf(app).state).toBe('finished');
  });
  await withHandedOver(async (app, key) => {
    app.org.world.transition(key, 'done', "Won't Do", who.identityOwner);
    await tick(app);
    expect(new Set(Object.values(await rowsOf(app)))).toEqual(new Set(['disputed']));
    expect(issueOf(app).state).toBe('declined');
  });
});

test('an issue in progress is accepted for whoever has no answer yet, and moved to done answers for them all the same', async () => {
  const [planned, other] = people as [string, string];
  await withHandedOver(async (app, key) => {
    app.org.world.comment(key, who.identityOwner, lines([planned, 'planned 2027-01-15']));
    app.org.world.transition(key, 'indeterminate', null, who.identityOwner);
    await tick(app);
    const answers = async (): Promise<Record<string, string | undefined>> =>
      Object.fromEntries(
        (await registered(app, 'route-out')).map(({ row, answer }) => [row.accountId, answer?.says]),
      );
    expect(await rowsOf(app)).toMatchObject({ [planned]: 'acknowledged', [other]: 'acknowledged' });
    expect(await answers()).toMatchObject({ [planned]: 'planned', [other]: 'accepted' });
    expect((await registered(app, 'route-out')).find(({ row }) => row.accountId === other)).toMatchObject({
      answer: { by: who.identityOwner, until: null, through: 'status' },
    });
    expect(issueOf(app).state).toBe('accepted');
    await app.advance(DAY);
    app.org.world.transition(key, 'done', 'Done', who.identityOwner);
    await tick(app);
    expect(await answers()).toMatchObject({ [planned]: 'planned', [other]: 'done' });
    expect(await rowsOf(app)).toMatchObject({ [other]: 'done-claimed' });
  });
});

test('moved to done, the issue answers for whoever has no answer yet; closed as won’t do, for everybody it still asks about', async () => {
  const [planned, other] = people as [string, string];
  const soon = (app: RunningApp): string => new Date(app.clock.now() + 9 * DAY).toISOString().slice(0, 10);
  await withHandedOver(async (app, key) => {
    app.org.world.comment(key, who.identityOwner, lines([planned, `planned ${soon(app)}`]));
    await tick(app);
    app.org.world.transition(key, 'done', 'Done', who.identityOwner);
    await tick(app);
    expect(await rowsOf(app)).toMatchObject({ [planned]: 'acknowledged', [other]: 'done-claimed' });
  });
  await withHandedOver(async (app, key) => {
    app.org.world.comment(key, who.identityOwner, lines([planned, `planned ${soon(app)}`]));
    await tick(app);
    app.org.world.transition(key, 'done', 'Won’t Do', who.identityOwner);
    await tick(app);
    expect(await rowsOf(app)).toMatchObject({ [planned]: 'disputed', [other]: 'disputed' });
  });
});

test('whoever the group’s profile names answers in a comment; an app answers nothing, whoever it is', async () => {
  const [first, second] = people as [string, string];
  await withHandedOver(async (app, key) => {
    const owners = [who.identityOwner, automationAccountId];
    await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, owners } });
    app.org.world.comment(key, 'automation', lines([null, 'all done']));
    app.org.world.comment(key, who.plain, lines([first, 'done']));
    await tick(app);
    expect(new Set(Object.values(await rowsOf(app)))).toEqual(new Set(['sent']));
    await app.call('group-profiles/record', {
      ...{ idpId: OKTA.idpId, groupId: ofSales.groupId, after: null, reason: 'The identity team told us.' },
      ...{ nameAtIdp: 'sales', idAtIdp: null, membership: 'manual', assignsApp: 'no', otherApps: '' },
      ...{ businessOwner: null, identityOwner: who.plain, changeRoute: '' },
    });
    expect(await handOverOf(app)).toMatchObject({ asked: who.plain });
    // Said twice of one person in one comment, the last line counts.
    const said = lines([first, 'needs access'], [first, 'done'], [second, 'not mine']);
    app.org.world.comment(key, who.plain, said);
    await tick(app);
    expect(await rowsOf(app)).toMatchObject({ [first]: 'done-claimed', [second]: 'disputed' });
  });
});

test('gone in a complete scan is confirmed without anybody’s word, and back again it is re-added', async () => {
  await withHandedOver(async (app) => {
    const [first] = people as [string];
    happen(app, { do: 'remove-member', accountId: first, groupId: 'group-sales', by: 'okta' });
    await nextWeek(app);
    expect(await rowsOf(app)).toMatchObject({ [first]: 'confirmed' });
    happen(app, { do: 'add-member', accountId: first, groupId: 'group-sales', by: 'okta' });
    await nextWeek(app);
    const items = await itemsOfClass(app, 'back');
    expect(items.map(({ item }) => item.reason)).toContain('It was confirmed gone, and is here again.');
  });
});

test('an issue speaks in words that a person can act on, and not of failure', async () => {
  await withHandedOver(async (app, key) => {
    const issue = app.org.world.issues().find((one) => one.key === key)!;
    const words = adfText(issue.description);
    expect(words).toContain(
      'What is asked: unless the seats are still needed, 4 people keep their accounts and no longer hold a seat through this group.',
    );
    expect(words).toMatch(/do not unassign the whole app and do not deactivate the account/);
    expect(words).toContain('needs access');
    expect(`${issue.summary} ${words}`).not.toMatch(/\b(fail|failed|clean-?up|violat\w+)\b/i);
    expect((await cycleOf(app)).state).toBe('open');
  });
});

test('an issue leads to the desk on its site; where Jira does not tell the site, it is sent with the words alone', async () => {
  await withHandedOver(async (app, key) => {
    const linksOf = (issueKey: string): (string | undefined)[] => {
      const issue = app.org.world.issues().find((one) => one.key === issueKey)!;
      return adfNodes(issue.description).flatMap(({ marks = [] }) =>
        marks.filter(({ type }) => type === 'link').map(({ attrs }) => attrs?.href),
      );
    };
    const { appId } = app.host.manifest;
    const { siteUrl, environmentId } = app.host.installations[0]!;
    const rule = ownershipRules.find(({ id }) => id === 'synced-group')!;
    expect(linksOf(key)).toEqual([`${siteUrl}/jira/apps/${appId}/${environmentId}`, rule.source]);
    app.interceptJira(({ path }) => (path.includes('serverInfo') ? new Response('', { status: 503 }) : null));
    await moveRecord(app, await rowOf(app, people[0]!), 'withdraw');
    await tick(app);
    const { description } = app.org.world.issues().find((one) => one.key === key)!;
    // Three people, and who asks.
    expect(adfNodes(description).filter(({ type }) => type === 'mention')).toHaveLength(4);
    expect(adfText(description)).toContain('On your desk in Jira: Apps, Seatpath desk');
    expect(linksOf(key)).toEqual([rule.source]);
  });
});

test('a closed owner account hands over to the next one named; without one the rows need an owner', async () => {
  await withHandedOver(async (app) => {
    await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, deputy: who.finance } });
    happen(app, { do: 'set-user', accountId: who.identityOwner, set: { accountStatus: 'closed' } });
    const assignees = (): unknown[] => app.org.world.issues().map(({ assignee }) => assignee);
    expect(assignees()).toEqual([who.identityOwner]);
    // Where Jira does not answer, nobody is named yet: the next look tries both again.
    app.interceptJira(({ init }) => (init.method === 'PUT' ? new Response('', { status: 503 }) : null));
    await tick(app);
    expect(issueOf(app).identityOwner).toBe(who.identityOwner);
    app.interceptJira(null);
    await tick(app);
    expect(issueOf(app).identityOwner).toBe(who.finance);
    expect(assignees()).toEqual([who.finance]);
    expect((await registered(app, 'route-out')).map(({ identityOwner }) => identityOwner)).toEqual(
      people.map(() => who.finance),
    );
    happen(app, { do: 'set-user', accountId: who.finance, set: { accountStatus: 'closed' } });
    await tick(app);
    expect(new Set(Object.values(await rowsOf(app)))).toEqual(new Set(['needs-owner']));
    const owners = [who.reviewer];
    await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, owners } });
    await tick(app);
    expect(new Set(Object.values(await rowsOf(app)))).toEqual(new Set(['sent']));
    await scan(app);
  });
});

test('a new owner who cannot be assigned issues is asked all the same', async () => {
  await withHandedOver(async (app) => {
    await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, deputy: who.finance } });
    happen(app, { do: 'set-user', accountId: who.identityOwner, set: { accountStatus: 'closed' } });
    app.interceptJira(({ init }) => (init.method === 'PUT' ? new Response('{}', { status: 400 }) : null));
    await tick(app);
    expect(issueOf(app).identityOwner).toBe(who.finance);
  });
});

test('an answer is for those who were asked about when it was written, not for whoever joins the issue later', async () => {
  await withRecords(
    async (app) => {
      const [first, second] = people as [string, string];
      const handOver = (accountId: string): Promise<unknown> =>
        app.call('route-outs/record', { ...ofSales, accountId, after: null, reason: 'Left.' });
      await handOver(first);
      app.org.world.comment(issueOf(app).issueKey!, who.identityOwner, lines([null, 'all done']));
      await app.advance(60_000);
      await handOver(second);
      await tick(app);
      expect(await rowsOf(app)).toEqual({ [first]: 'done-claimed', [second]: 'sent' });
    },
    { world: idleOrg(4) },
  );
});

test('a row that joins an issue at the moment it is closed is asked about in another one', async () => {
  await withRecords(
    async (app) => {
      const [first, second] = people as [string, string];
      const handOver = (accountId: string): Promise<unknown> =>
        app.call('route-outs/record', { ...ofSales, accountId, after: null, reason: 'Left.' });
      await handOver(first);
      const { issueKey } = issueOf(app);
      app.org.world.transition(issueKey!, 'done', "Won't Do", who.identityOwner);
      await app.advance(60_000);
      await handOver(second).catch(() => undefined);
      await days(app, 1);
      expect(await rowsOf(app)).toEqual({ [first]: 'disputed', [second]: 'sent' });
      expect((await rowOf(app, second)).issueKey).not.toBe(issueKey);
      expect(app.org.world.issues()).toHaveLength(2);
    },
    { world: idleOrg(4) },
  );
});

test('an issue of which no row is left is not created, and one that is there is over', async () => {
  await withRecords(
    async (app) => {
      const [first] = people as [string];
      app.interceptJira(({ path, init }) =>
        init.method === 'POST' && path.endsWith('/rest/api/3/issue')
          ? Response.json({ errorMessages: ['No.'] }, { status: 403 })
          : null,
      );
      await app.reply('route-outs/record', { ...ofSales, accountId: first, after: null, reason: 'Left.' });
      await moveRecord(app, await rowOf(app, first), 'withdraw');
      app.interceptJira(null);
      await tick(app);
      expect(app.org.world.issues()).toEqual([]);
      expect(issueOf(app).state).toBe('withdrawn');
    },
    { world: idleOrg(4) },
  );
  await withHandedOver(async (app, key) => {
    for (const accountId of people) await moveRecord(app, await rowOf(app, accountId), 'withdraw');
    await tick(app);
    expect(issueOf(app).state).toBe('finished');
    const issue = app.org.world.issues().find((one) => one.key === key)!;
    expect(adfText(issue.description)).toContain('Nobody is asked about any more.');
  });
});

test('a refusal of Jira is tried again by the daily tick, and not all day long', async () => {
  await withRecords(
    async (app) => {
      app.interceptJira(({ path, init }) =>
        init.method === 'POST' && path.endsWith('/rest/api/3/issue')
          ? Response.json({ errorMessages: ['No.'] }, { status: 403 })
          : null,
      );
      await decideInBulk(app, 'sales');
      const steps = (): number =>
        app.host.inspect(INSTALLATION).invocations.filter((run) => run.functionKey === 'route-out-step')
          .length;
      for (let hour = 0; hour < 3; hour += 1) {
        await app.advance(3_600_000);
        await drain(app);
      }
      expect(steps()).toBe(0);
    },
    { world: idleOrg(4) },
  );
});

test('nobody is named in a reminder who has a day that is still to come', async () => {
  await withHandedOver(async (app, key) => {
    const [first, second] = people as [string, string];
    const soon = new Date(app.clock.now() + 60 * DAY).toISOString().slice(0, 10);
    app.org.world.comment(key, who.identityOwner, lines([first, `planned ${soon}`]));
    await days(app, 8);
    const issue = app.org.world.issues().find((one) => one.key === key)!;
    const reminder = issue.comments.findLast(({ author }) => author.startsWith('app-user'))!;
    const named = adfNodes(reminder.body).flatMap(({ type, attrs }) =>
      type === 'mention' ? [attrs!['id']] : [],
    );
    expect(named).toContain(second);
    expect(named).not.toContain(first);
  });
});

test('where setup says so, a group is asked about before its people: then they are handed over', async () => {
  await withRecords(
    async (app) => {
      await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, profileFirst: true } });
      expect(await handOverOf(app)).toMatchObject({ asked: who.identityOwner, groupFirst: true });
      await decideInBulk(app, 'sales');
      expect(new Set(Object.values(await rowsOf(app)))).toEqual(new Set(['needs-profile']));
      const [asked, ...more] = app.org.world.issues();
      expect(more).toEqual([]);
      expect(asked!.summary).toBe('How do people get into sales?');
      expect(adfText(asked!.description)).toContain('The group is written by Okta.');
      await tick(app);
      expect(app.org.world.issues()).toHaveLength(1);
      await app.call(
        'group-profiles/record',
        {
          idpId: OKTA.idpId,
          groupId: ofSales.groupId,
          after: null,
          reason: 'Asked for.',
          nameAtIdp: 'sales',
          idAtIdp: '00g1',
          membership: 'rule',
          assignsApp: 'no',
          otherApps: '',
          businessOwner: null,
          identityOwner: null,
          changeRoute: '',
        },
        who.identityOwner,
      );
      expect(await handOverOf(app)).toMatchObject({ asked: who.identityOwner, groupFirst: false });
      await tick(app);
      expect(new Set(Object.values(await rowsOf(app)))).toEqual(new Set(['sent']));
      expect(
        requestsOf(app)
          .map(({ request, state }) => `${request} ${state}`)
          .sort(),
      ).toEqual(['profile finished', 'rule-change open']);
      expectChainHolds(app);
    },
    { world: idleOrg(4) },
  );
});

test('issues are looked for again only where one may have been made twice', async () => {
  await withHandedOver(async (app) => {
    const searches = (): number => app.jiraCalls.filter(({ path }) => path.endsWith('/search/jql')).length;
    const before = searches();
    await days(app, 5);
    expect(searches()).toBe(before);
  });
});
