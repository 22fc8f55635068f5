import { expect, test } from 'vitest';
import type { Input } from '../../src/contracts/api';
import { dayIn, withRecords } from '../support/records';
import { cycleOf, nextWeek } from '../support/review';
import { accounts, betaJira, jira, who } from '../support/review-org';

const exceptionOn = (ari: string, groupId: string, expiresOn: string): Input<'exceptions/record'> => ({
  row: { accountId: accounts.cem, ari, via: 'group', groupId },
  after: null,
  class: 'contractor',
  reason: 'The contract runs until then.',
  ownedBy: who.finance,
  expiresOn,
  dependency: '',
});

test('a review names the decisions that end before the next one, and no others', async () => {
  await withRecords(async (app) => {
    const soon = await app.call('exceptions/record', exceptionOn(jira.ari, 'group-legacy', dayIn(app, 10)));
    await app.call('exceptions/record', exceptionOn(betaJira.ari, 'group-beta-users', dayIn(app, 60)));
    expect((await cycleOf(app)).opening!.endingSoon).toEqual([]);
    await nextWeek(app);
    expect((await cycleOf(app)).opening!.endingSoon).toEqual([{ recordId: soon.id, kind: 'exception' }]);
    await nextWeek(app);
    expect((await cycleOf(app)).opening!.endingSoon).toEqual([]);
  });
});
