import { expect, test } from 'vitest';
import { api, type Call, type Input, isDeskCall, type Output } from '../../src/contracts/api';
import type { RouteOut } from '../../src/contracts/route-outs';
import { validInputs } from '../handlers/valid-inputs';
import { INSTALLATION, type RunningApp } from '../support/app';
import {
  atDesk,
  deskOrg,
  ENTRA,
  handOver,
  person,
  profileOf,
  replyAtDesk,
  setUpDesk,
  visitor,
} from '../support/desk';
import { dayIn, recordsOf, refusal, registered, storedRecord, withRecords } from '../support/records';
import { betaJira, jira, who } from '../support/review-org';
import { OKTA } from '../support/set-up';

const NOBODY = refusal('NOT_ALLOWED', /identity owners, and nobody named you/);
const strangers = [visitor.nobody, visitor.jiraAdmin, visitor.appOwner] as const;
const deskCalls = (Object.keys(api) as Call[]).filter(isDeskCall);

const withDesk = (run: (app: RunningApp) => Promise<void>): Promise<void> =>
  withRecords(
    async (app) => {
      await setUpDesk(app);
      await run(app);
    },
    { world: deskOrg() },
  );

async function rowOf(app: RunningApp, accountId: string, ari = jira.ari): Promise<RouteOut> {
  const rows = await registered(app, 'route-out');
  return rows.find(({ row }) => row.accountId === accountId && row.ari === ari)!;
}

async function versionOf(app: RunningApp, kind: 'route-out' | 'boundary-exception', id: string) {
  const { lines } = await app.call('registers/list', { kind });
  return lines.find(({ record }) => record.id === id)!.version;
}

async function answerFor(app: RunningApp, accountId: string): Promise<Input<'route-outs/answer'>> {
  const { id } = await rowOf(app, accountId);
  return { recordId: id, version: await versionOf(app, 'route-out', id), says: 'done', until: null };
}

async function askForOverride(app: RunningApp, accountId: string, group: string, by: string = who.reviewer) {
  const row = { accountId, ari: jira.ari, via: 'group', groupId: `group-${group}` } as const;
  const input = { row, after: null, reason: `It cannot wait for ${group}.`, expiresOn: dayIn(app, 10) };
  return app.call('boundary-exceptions/record', input, by);
}

async function moveOf(app: RunningApp, recordId: string, move: Input<'records/move'>['move']) {
  const version = await versionOf(app, 'boundary-exception', recordId);
  return { recordId, version, move, note: 'Agreed by phone.' };
}

/** Everything that the desk tells somebody, as one text. */
async function toldTo(app: RunningApp, accountId: string): Promise<string> {
  const told = [
    await atDesk(app, 'session/get', {}, accountId),
    await atDesk(app, 'requests/list', {}, accountId),
  ];
  const registers = ['route-out', 'request-issue', 'group-profile', 'boundary-exception', 'exception', 'local-action', 'protection', 'override-attempt'] as const; // prettier-ignore
  const lists = [];
  for (const kind of registers) lists.push(await atDesk(app, 'registers/list', { kind }, accountId));
  return JSON.stringify([told, lists]);
}

/** An input for every call of the desk, about the people of `sales`. */
async function salesInputs(app: RunningApp): Promise<{ [C in Call]?: Input<C> }> {
  const { id } = await askForOverride(app, person.sales, 'sales');
  return {
    'session/get': {},
    'help/get': {},
    'setup/search-people': { text: 'Ada' },
    'requests/list': {},
    'registers/list': { kind: 'boundary-exception' },
    'requests/file': { issueId: (await rowOf(app, person.sales)).issueId!, format: 'csv' },
    'route-outs/answer': await answerFor(app, person.sales),
    'group-profiles/record': profileOf('sales'),
    'records/move': await moveOf(app, id, 'approve'),
  };
}

test('the desk is told what it is: whole providers by setup or role, single groups by their profile', async () => {
  await withDesk(async (app) => {
    const session = await atDesk(app, 'session/get', {}, visitor.okta);
    expect(session.desk).toEqual({ providers: [{ idpId: OKTA.idpId, name: 'Okta' }], groups: [] });
    expect([...session.mayCall].sort()).toEqual([...deskCalls].sort());
    expect(session.sees).toBe('organization');
    expect(session.now.slice(0, 16)).toBe(new Date(app.clock.now()).toISOString().slice(0, 16));
    expect((await atDesk(app, 'session/get', {}, visitor.tools)).desk).toEqual({
      providers: [],
      groups: [{ idpId: OKTA.idpId, provider: 'Okta', groupId: 'group-tools', groupName: 'tools' }],
    });
    // An administrator who speaks for a provider is at the desk what he speaks for, and on the admin page what he was.
    expect((await atDesk(app, 'session/get', {}, who.identityOwner)).desk!.providers).toHaveLength(1);
    expect((await app.call('session/get', {}, who.identityOwner)).desk).toBeNull();
  });
});

test('each call of the desk is made by who speaks for the provider, and refused to everybody who speaks for nothing', async () => {
  await withDesk(async (app) => {
    const inputs = await salesInputs(app);
    expect(Object.keys(inputs).sort()).toEqual([...deskCalls].sort());
    const before = recordsOf(app);
    for (const call of deskCalls) {
      for (const stranger of strangers)
        expect(await replyAtDesk(app, call, inputs[call]!, stranger), `${call} ${stranger}`).toEqual(NOBODY);
    }
    expect(recordsOf(app)).toEqual(before);
    for (const call of deskCalls)
      expect(await replyAtDesk(app, call, inputs[call]!, visitor.okta), call).toMatchObject({ ok: true });
  });
});

test('of another directory nothing is shown, said or changed, whatever the page sends', async () => {
  await withDesk(async (app) => {
    const inputs = await salesInputs(app);
    await askForOverride(app, person.staff, 'staff');
    const before = recordsOf(app);
    const refused = async (by: string, call: Call, code: 'NOT_FOUND' | 'NOT_ALLOWED'): Promise<void> =>
      expect(await replyAtDesk(app, call, inputs[call]!, by), `${by} ${call}`).toEqual(refusal(code));
    for (const by of [visitor.entra, visitor.tools]) {
      await refused(by, 'route-outs/answer', 'NOT_FOUND');
      await refused(by, 'requests/file', 'NOT_FOUND');
      await refused(by, 'records/move', 'NOT_FOUND');
      await refused(by, 'group-profiles/record', 'NOT_ALLOWED');
    }
    // A group of another directory is none of his, though he names his own provider beside it.
    const foreign = profileOf('sales', { idpId: ENTRA.idpId });
    expect(await replyAtDesk(app, 'group-profiles/record', foreign, visitor.entra)).toEqual(
      refusal('NOT_FOUND', /Nothing is asked of you/),
    );
    expect(recordsOf(app)).toEqual(before);
    expect(await toldTo(app, visitor.entra)).not.toMatch(/okta|sales|tools/i);
    expect(await toldTo(app, visitor.okta)).not.toMatch(/entra|staff/i);
    expect(await toldTo(app, visitor.tools)).not.toMatch(/entra|staff|sales/i);
    // And what is theirs is there.
    expect(await toldTo(app, visitor.entra)).toMatch(/It cannot wait for staff/);
    const { providers } = await atDesk(app, 'requests/list', {}, visitor.entra);
    expect(providers).toMatchObject([
      { name: 'Entra ID', issues: [{ issue: { groupName: 'staff' }, rows: [{ person: { accountId: person.staff }, moves: [] }] }] },
    ]); // prettier-ignore
    const { lines, elsewhere } = await atDesk(
      app,
      'registers/list',
      { kind: 'boundary-exception' },
      visitor.entra,
    );
    expect([lines.length, elsewhere]).toEqual([1, 0]);
  });
});

test('whom a profile names answers for the people of that group, says what it is, and agrees to no override', async () => {
  await withDesk(async (app) => {
    const { id } = await askForOverride(app, person.tools, 'tools');
    const { providers } = await atDesk(app, 'requests/list', {}, visitor.tools);
    expect(providers[0]!.issues.map(({ issue }) => issue.groupName)).toEqual(['tools']);
    expect(providers[0]!.issues[0]!.rows[0]!.answers).toContain('done');
    const issueId = (await rowOf(app, person.tools)).issueId!;
    const file = await atDesk(app, 'requests/file', { issueId, format: 'csv' }, visitor.tools);
    expect(file.text).toContain('external-okta-tools-1');
    const done = await atDesk(app, 'route-outs/answer', await answerFor(app, person.tools), visitor.tools);
    expect(done).toMatchObject({ state: 'done-claimed', answer: { by: visitor.tools, through: 'page' } });
    expect(await replyAtDesk(app, 'records/move', await moveOf(app, id, 'approve'), visitor.tools)).toEqual(
      refusal('NOT_FOUND'),
    );
    // He hands the group on to somebody else, and is nobody here from then on.
    const [profile] = await registered(app, 'group-profile');
    const next = profileOf('tools', { after: profile!.id, identityOwner: visitor.nobody });
    await atDesk(app, 'group-profiles/record', next, visitor.tools);
    expect(await replyAtDesk(app, 'requests/list', {}, visitor.tools)).toEqual(NOBODY);
    expect((await atDesk(app, 'session/get', {}, visitor.nobody)).desk!.groups).toHaveLength(1);
  });
});

test('an exception is agreed to or refused at the desk with a note; not by who asked for it, and nobody decides there', async () => {
  await withDesk(async (app) => {
    // A reviewer who speaks for Okta too: the one asks, the other agrees.
    const owners = [visitor.okta, who.reviewer];
    await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, owners } });
    const asked = await askForOverride(app, person.sales, 'sales');
    const other = await askForOverride(app, person.other, 'sales');
    const approve = await moveOf(app, asked.id, 'approve');
    expect(await replyAtDesk(app, 'records/move', approve, who.reviewer)).toEqual(refusal('SECOND_PERSON'));
    // Taken back by who decides, but not here.
    const withdraw = await moveOf(app, asked.id, 'withdraw');
    expect(await replyAtDesk(app, 'records/move', withdraw, who.reviewer)).toEqual(refusal('NOT_ALLOWED'));
    await atDesk(app, 'records/move', approve, visitor.okta);
    await atDesk(app, 'records/move', await moveOf(app, other.id, 'decline'), visitor.okta);
    expect(storedRecord(app, asked.id)).toMatchObject({
      state: 'approved',
      steps: [{ by: visitor.okta, note: 'Agreed by phone.' }],
    });
    expect(storedRecord(app, other.id)).toMatchObject({ state: 'declined' });
    const { lines } = await atDesk(app, 'registers/list', { kind: 'boundary-exception' }, visitor.okta);
    expect(lines.map(({ moves }) => moves)).toEqual([[], ['decline']]);
    // Route-outs are answered; a bare move of one is none of the desk’s.
    const { id } = await rowOf(app, person.sales);
    const version = await versionOf(app, 'route-out', id);
    const end = { recordId: id, version, move: 'withdraw', note: '' } as const;
    expect(await replyAtDesk(app, 'records/move', end, who.reviewer)).toEqual(refusal('NOT_ALLOWED'));
  });
});

test('who decides on the admin page and speaks for a provider too is offered no step at the desk but answers', async () => {
  await withDesk(async (app) => {
    await app.call('setup/save-identity-provider', {
      identityProvider: { ...OKTA, owners: [visitor.appOwner] },
    });
    const offered = ({ providers }: Output<'requests/list'>): { moves: string[]; answers: string[] }[] =>
      providers.flatMap(({ issues }) => issues.flatMap(({ rows }) => rows));
    const here = offered(await atDesk(app, 'requests/list', {}, visitor.appOwner));
    expect(here.length).toBeGreaterThan(0);
    for (const { moves, answers } of here) {
      expect(moves).toEqual([]);
      expect(answers).toContain('done');
    }
    const there = offered(await app.call('requests/list', {}, visitor.appOwner));
    expect(there.map(({ moves }) => moves)).toContainEqual(['withdraw']);
  });
});

test('the desk shows all sites where Seatpath looks at the organization, and this one alone where it looks at a site', async () => {
  await withDesk(async (app) => {
    const shown = async (): Promise<string[]> => {
      const { providers } = await atDesk(app, 'requests/list', {}, visitor.okta);
      const rows = providers.flatMap(({ issues }) => issues.flatMap((line) => line.rows));
      return [...new Set(rows.map(({ record }) => record.row.ari))].sort();
    };
    expect(await shown()).toEqual([jira.ari, betaJira.ari].sort());
    await app.call('setup/save-scope', { scope: 'site' });
    expect(await shown()).toEqual([jira.ari]);
    expect((await atDesk(app, 'session/get', {}, visitor.okta)).sees).toBe('site');
  });
});

test('who is named no more, or whose provider setup has lost, is refused from the next call on', async () => {
  await withDesk(async (app) => {
    await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, owners: [] } });
    expect(await replyAtDesk(app, 'requests/list', {}, visitor.okta)).toEqual(NOBODY);
    await app.call('setup/save-identity-provider', {
      identityProvider: { ...OKTA, owners: [], deputy: visitor.okta },
    });
    expect(await replyAtDesk(app, 'requests/list', {}, visitor.okta)).toMatchObject({ ok: true });
    // By role, the provider is spoken for too.
    expect(await replyAtDesk(app, 'requests/list', {}, who.identityOwner)).toMatchObject({ ok: true });
    await app.call('setup/remove-identity-provider', { idpId: OKTA.idpId });
    for (const by of [who.identityOwner, visitor.tools])
      expect(await replyAtDesk(app, 'requests/list', {}, by), by).toEqual(NOBODY);
  });
});

test('every call that is not the desk’s is refused there to everybody, and on the admin page every call to who does not administer Jira', async () => {
  await withDesk(async (app) => {
    const inputs = await validInputs(app);
    await handOver(app, person.tools, 'tools');
    const stored = (): unknown => app.host.inspect(INSTALLATION).entries();
    const before = stored();
    for (const call of Object.keys(api) as Call[]) {
      for (const by of [visitor.okta, visitor.entra, visitor.tools]) {
        const reply = await app.invoke(call, inputs[call], by);
        expect(reply, `${call} ${by}`).toEqual(refusal('NOT_ALLOWED', /administrators of this Jira site/));
      }
      if (isDeskCall(call)) continue;
      for (const by of [visitor.okta, visitor.nobody, who.owner, who.identityOwner]) {
        const reply = await replyAtDesk(app, call, inputs[call], by);
        expect(reply, `${call} ${by}`).toEqual(refusal('NOT_ALLOWED', /not for the identity owner’s desk/));
      }
    }
    expect(stored()).toEqual(before);
  });
});
