import { expect, test } from 'vitest';
import type { RowRef } from '../../src/contracts/evidence';
import type { RowView } from '../../src/contracts/case-views';
import type { RunningApp } from '../support/app';
import { keep, localAction, localRow } from '../support/decisions';
import { withRecords } from '../support/records';
import { who } from '../support/review-org';

async function seenRow(app: RunningApp, { accountId, ari, groupId }: RowRef, by: string): Promise<RowView> {
  const { rows } = await app.call('cases/get', { accountId, ari }, by);
  return rows.find((row) => row.groupId === groupId)!;
}

/** Takes the step that the case itself offers, with the version that it tells. */
async function take(app: RunningApp, move: 'end' | 'withdraw', by: string): Promise<string> {
  const { records, next } = await seenRow(app, localRow, by);
  const { version } = next!;
  return (await app.call('records/move', { recordId: records[0]!.id, version, move, note: '' }, by)).state;
}

test('a decision is taken back where it was made: the case offers the steps that its reader may take', async () => {
  await withRecords(async (app) => {
    expect((await seenRow(app, localRow, who.reviewer)).next).toBeNull();
    await app.call('keeps/record', keep(app, { row: localRow }), who.reviewer);
    expect(await seenRow(app, localRow, who.reviewer)).toMatchObject({
      decided: true,
      next: { moves: ['end'] },
    });
    expect(await seenRow(app, localRow, who.auditor)).toMatchObject({ decided: true, next: { moves: [] } });
    expect(await take(app, 'end', who.reviewer)).toBe('ended');
    expect(await seenRow(app, localRow, who.reviewer)).toMatchObject({ decided: false, next: { moves: [] } });

    const after = (await seenRow(app, localRow, who.reviewer)).records[0]!.id;
    await app.call('local-actions/record', localAction({ after }), who.reviewer);
    const byReviewer = await seenRow(app, localRow, who.reviewer);
    expect(byReviewer.next?.moves).toEqual(['withdraw']);
    expect((await seenRow(app, localRow, who.owner)).next?.moves).toEqual(['approve', 'withdraw']);
    expect(await take(app, 'withdraw', who.reviewer)).toBe('withdrawn');
    expect((await seenRow(app, localRow, who.reviewer)).decided).toBe(false);
  });
});
