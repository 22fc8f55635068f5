import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import type { Call } from '../../src/contracts/api';
import type { ErrorCode } from '../../src/contracts/error-codes';
import type { RowRef } from '../../src/contracts/evidence';
import type { RunningApp } from '../support/app';
import { exception, hold, keep, localAction, localRow, syncedRow, unknownRow } from '../support/decisions';
import { aGroup } from '../support/org-builder';
import { recordsOf, refusal, withRecords } from '../support/records';
import { leave } from '../support/review';
import { accounts, jira, reviewOrg } from '../support/review-org';
import { saveKey, scan, withApp } from '../support/set-up';

const KINDS = ['holds/record', 'keeps/record', 'exceptions/record', 'local-actions/record'] as const;

function inputFor(app: RunningApp, call: (typeof KINDS)[number], row: RowRef): unknown {
  return {
    'holds/record': hold(app, { row }),
    'keeps/record': keep(app, { row }),
    'exceptions/record': exception(app, { row }),
    'local-actions/record': localAction({ row }),
  }[call];
}

/** Expects each kind of decision on a row to be refused like that, or to be made where it says null. */
async function expectEach(
  app: RunningApp,
  row: RowRef,
  said: Readonly<Record<(typeof KINDS)[number], readonly [ErrorCode, RegExp] | null>>,
): Promise<void> {
  for (const call of KINDS.filter((one) => said[one] !== null)) {
    const [code, message] = said[call]!;
    expect(await app.invoke(call, inputFor(app, call, row)), call).toEqual(refusal(code, message));
  }
  const made = recordsOf(app).length;
  for (const call of KINDS.filter((one) => said[one] === null)) {
    const after = recordsOf(app)
      .filter((record) => 'row' in record && record.row.accountId === row.accountId)
      .find(({ state }) => state !== 'superseded')?.id;
    const input = { ...(inputFor(app, call, row) as object), after: after ?? null };
    expect(await app.invoke(call, input), call).toMatchObject({ ok: true });
  }
  const accepted = KINDS.filter((one) => said[one] === null).length;
  expect(recordsOf(app)).toHaveLength(made + accepted);
}

/** Beside the others: somebody with a role that nobody knows, one whose group is not shown, one who inherits a role. */
function oddOrg(): OrgFile {
  const base = reviewOrg();
  const dot = base.users.find((user) => user.accountId === accounts.dot)!;
  const user = (name: string, change: Partial<typeof dot>): typeof dot => ({
    ...dot,
    accountId: `712020:${name}`,
    email: `${name}@hidden.example`,
    groups: [],
    direct: [],
    ...change,
  });
  const grant = (role: string): { grants: OrgFile['groups'][number]['grants'] } => ({
    grants: [{ ari: jira.ari, roles: [role] }],
  });
  return reviewOrg({
    groups: [
      ...base.groups,
      aGroup('mystery', grant('atlassian/mystery')),
      aGroup('system-administrators', grant('atlassian/admin')),
    ],
    users: [
      ...base.users,
      user('mia', { groups: ['group-mystery'] }),
      user('sys', { groups: ['group-system-administrators'] }),
      user('inf', { inferred: [{ ari: jira.ari, role: 'atlassian/admin' }] }),
    ],
  });
}

test('while it is not recorded through which path the access comes, nothing but a hold is decided (S15)', async () => {
  await withRecords(
    async (app) => {
      const missing = ['EVIDENCE_INCOMPLETE', /Missing: source not recorded/] as const;
      await expectEach(
        app,
        { accountId: '712020:sys', ari: jira.ari, via: 'unexplained', groupId: null },
        {
          'holds/record': null,
          'keeps/record': missing,
          'exceptions/record': missing,
          'local-actions/record': missing,
        },
      );
    },
    { world: oddOrg() },
  );
});

test('evidence that does not tell whether the seat is billed is not enough to take access away (S19)', async () => {
  await withRecords(
    async (app) => {
      await expectEach(
        app,
        { ...localRow, accountId: '712020:mia', groupId: 'group-mystery' },
        {
          'holds/record': null,
          'keeps/record': null,
          'exceptions/record': null,
          'local-actions/record': ['EVIDENCE_INCOMPLETE', /Missing: whether it is billed/],
        },
      );
    },
    { world: oddOrg() },
  );
});

test('a path through a group whose members did not add up is not removed; it can be held, kept and excepted (S17)', async () => {
  await withRecords(async (app) => {
    const groups = 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search';
    app.org.setFaults({ wrongShape: [{ endpoint: groups, path: 'data.*.counts.users', value: 40 }] });
    expect((await scan(app)).coverage!.incompleteGroups).toContain(localRow.groupId);
    app.org.setFaults({});
    await expectEach(app, localRow, {
      'holds/record': null,
      'keeps/record': null,
      'exceptions/record': null,
      'local-actions/record': ['EVIDENCE_INCOMPLETE', /Missing: .*did not add up/],
    });
  });
});

test('a path that follows from another role, or of an owner whom nobody knows, can only be held (S9)', async () => {
  await withRecords(
    async (app) => {
      for (const row of [
        { accountId: '712020:inf', ari: jira.ari, via: 'inferred', groupId: null } as const,
        unknownRow,
      ]) {
        await expectEach(app, row, {
          'holds/record': null,
          'keeps/record': ['OUTCOME_NOT_PERMITTED', /before it is known who owns it/],
          'exceptions/record': ['OUTCOME_NOT_PERMITTED', /does not permit an exception/],
          'local-actions/record': ['OUTCOME_NOT_PERMITTED', /this organization owns/],
        });
      }
    },
    { world: oddOrg() },
  );
});

test('a path that takes no seat needs no decision, not even a hold', async () => {
  const base = reviewOrg();
  const free = aGroup('guests', { grants: [{ ari: jira.ari, roles: ['atlassian/guest'] }] });
  const users = base.users.map((user) =>
    user.accountId === accounts.dot ? { ...user, direct: [], groups: [free.id] } : user,
  );
  await withRecords(
    async (app) => {
      const refused = ['OUTCOME_NOT_PERMITTED', /./] as const;
      await expectEach(
        app,
        { ...localRow, accountId: accounts.dot, groupId: free.id },
        {
          'holds/record': ['OUTCOME_NOT_PERMITTED', /takes no seat/],
          'keeps/record': refused,
          'exceptions/record': refused,
          'local-actions/record': refused,
        },
      );
    },
    { world: reviewOrg({ groups: [...base.groups, free], users }) },
  );
});

test('a path that ended after the scan, or was never there, is not decided', async () => {
  await withRecords(async (app) => {
    leave(app, accounts.cem, 'group-legacy');
    const gone = ['NOT_FOUND', /no longer in this group/] as const;
    const never = ['NOT_FOUND', /no such/] as const;
    const each = (said: readonly [ErrorCode, RegExp]): Parameters<typeof expectEach>[2] => ({
      'holds/record': said,
      'keeps/record': said,
      'exceptions/record': said,
      'local-actions/record': said,
    });
    await expectEach(app, localRow, each(gone));
    for (const change of [
      { accountId: '712020:nobody' },
      { groupId: 'group-wiki' },
      { via: 'direct' as const },
      { groupId: null },
      { ari: 'ari:cloud:jira-software::site/cloud-nowhere' },
    ]) {
      await expectEach(app, { ...localRow, ...change }, each(never));
    }
  });
});

test('what the organization does not answer now is no evidence: each kind of decision says so and nothing is kept', async () => {
  await withRecords(async (app) => {
    const forced: [number, string, ErrorCode][] = [
      [403, '{}', 'KEY_REFUSED'],
      [503, '{}', 'ORG_UNREACHABLE'],
      [200, '{"data":{}}', 'ANSWER_NOT_UNDERSTOOD'],
    ];
    for (const [status, body, code] of forced) {
      app.front.intercept(({ path }) => (path.includes('/role-assignments') ? { status, body } : null));
      for (const call of KINDS.filter((one) => one !== 'local-actions/record')) {
        expect(await app.invoke(call, inputFor(app, call, syncedRow)), call).toEqual(refusal(code));
      }
      expect(await app.invoke('local-actions/record', localAction())).toEqual(refusal(code));
    }
    expect(recordsOf(app)).toEqual([]);
  });
});

test('before the first scan there is nothing to decide, and the review is not there yet', async () => {
  await withApp({}, async (app) => {
    const ask = async (call: Call, input: unknown, code: ErrorCode): Promise<void> => {
      expect(await app.invoke(call, input), call).toEqual(refusal(code));
    };
    await saveKey(app);
    for (const call of KINDS) await ask(call, inputFor(app, call, localRow), 'NO_SNAPSHOT');
    await ask('sources/get', { groupId: 'group-legacy', ari: jira.ari }, 'NO_SNAPSHOT');
    await ask('protections/suggest', {}, 'NO_SNAPSHOT');
    expect(await app.call('cycle/get', {})).toMatchObject({ cycle: null, version: 0, progress: null });
    const queue = await app.call('queue/list', { part: 'queue', offset: 0, limit: 10 });
    expect(queue).toEqual({ cycleId: null, total: 0, seats: 0, freeable: 0, lines: [] });
    await ask('queue/item', { itemId: 'item-of-nothing', offset: 0, limit: 10 }, 'NOT_FOUND');
  });
});
