import { expect, test } from 'vitest';
import { createFormat } from '../../static/admin/src/platform/format';
import { tellRequest } from '../../static/admin/src/handed-over/tell-request';
import { en } from '../../static/admin/src/texts/en';
import { translateInto } from '../../static/admin/src/texts/texts';
import { REQUEST_KINDS } from '../../src/contracts/route-outs';
import { requestSummary } from '../../src/evidence/request-issue';
import { BOARD } from './example-handed-over';
import { aRecord } from './example-records';

test('the board names an issue as Jira does, whatever it asks and of however many', () => {
  const t = translateInto(createFormat('en-US'), { code: 'en', texts: en });
  const rows = BOARD.providers[0]!.issues[0]!.rows;
  for (const request of REQUEST_KINDS) {
    const issue = aRecord('request-issue', { request, groupName: 'contractors' });
    for (const count of [0, 1, 3]) {
      const asked = rows.slice(0, count);
      expect(tellRequest(t, { issue, rows: asked }), `${request}, ${count}`).toBe(
        requestSummary({ issue, people: asked }),
      );
    }
  }
});
