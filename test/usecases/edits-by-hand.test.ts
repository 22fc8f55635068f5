import { expect, test } from 'vitest';
import type { RowView } from '../../src/contracts/case-views';
import { editRules } from '../../src/review/overrides/edit-by-hand';
import type { RunningApp } from '../support/app';
import { DAY, recordsOf, refusal, withRecords } from '../support/records';
import { join, leave } from '../support/review';
import { accounts, jira } from '../support/review-org';

async function editOf(app: RunningApp, accountId: string, groupId: string): Promise<RowView['editByHand']> {
  const { rows } = await app.call('cases/get', { accountId, ari: jira.ari });
  return rows.find((row) => row.groupId === groupId)!.editByHand;
}

test('what is told of an edit by hand is what comes of it: undone by the next sync, for now, or for good', async () => {
  await withRecords(async (app) => {
    const cases = [
      { accountId: accounts.ada, groupId: 'group-engineering', lasts: 'no' },
      { accountId: accounts.ada, groupId: 'group-jira-users', lasts: 'for-now' },
      { accountId: accounts.cem, groupId: 'group-legacy', lasts: 'yes' },
    ] as const;
    for (const { accountId, groupId, lasts } of cases) {
      expect((await editOf(app, accountId, groupId)).survives.says, groupId).toBe(lasts);
      leave(app, accountId, groupId);
    }
    await app.advance(DAY);
    const isIn = ({ accountId, groupId }: { accountId: string; groupId: string }): boolean =>
      app.org.world.membersOf(groupId).has(accountId);
    expect(cases.map(isIn)).toEqual([true, false, false]);
    join(app, accounts.ada, 'group-jira-users');
    expect(cases.map(isIn)).toEqual([true, true, false]);
  });
});

test('a removal by hand of what a provider writes is not planned, and who asks for it is told why', async () => {
  await withRecords(async (app) => {
    const row = {
      accountId: accounts.ada,
      ari: jira.ari,
      via: 'group',
      groupId: 'group-engineering',
    } as const;
    expect((await editOf(app, row.accountId, row.groupId)).needsAgreement).toBe(true);
    expect(
      await app.reply('local-actions/record', { row, after: null, reason: 'Do it all the same.' }),
    ).toEqual(refusal('OUTCOME_NOT_PERMITTED', /they say nothing.*next sync brings the person back/));
    expect(recordsOf(app).map(({ kind }) => kind)).toEqual(['override-attempt']);
    expect((await editOf(app, accounts.cem, 'group-legacy')).needsAgreement).toBe(false);
  });
});

test('each thing that is said of an edit by hand names its page and the day it was checked', () => {
  for (const [owner, { accepted, survives }] of Object.entries(editRules)) {
    for (const { because, url, checked } of [accepted, survives]) {
      expect(because, owner).toMatch(/\.$/);
      expect(url, owner).toMatch(/^https:\/\/(developer|support)\.atlassian\.com\//);
      expect(checked, owner).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  }
});
