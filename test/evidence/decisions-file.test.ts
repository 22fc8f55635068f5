import { expect, test } from 'vitest';
import { DecisionsDocument } from '../../src/contracts/decisions';
import type { ScanReport } from '../../src/contracts/coverage';
import { DECISIONS_CSV_COLUMNS, tellCsvLines } from '../../src/evidence/decisions-csv';
import { tellCases, writeDecisions } from '../../src/evidence/decisions-file';
import { tableOf } from '../decision/support/decided';
import { smallOrg } from '../snapshot/support/worlds';
import { anOrg } from '../support/org-builder';

const report: ScanReport = {
  id: 'scan-1',
  startedAt: '2026-11-23T09:00:00Z',
  finishedAt: '2026-11-23T09:00:01Z',
  verdict: 'complete',
  reasons: [],
  requests: { total: 0, retries: 0, rateLimited: 0, byEndpoint: {} },
  coverage: {
    users: { seen: 0, expected: 0 },
    groups: { seen: 0, expected: null },
    memberships: { seen: 0, expected: null },
    incompleteGroups: [],
    scimDirectories: {},
  },
};
const app = { name: 'seatpath', version: '1.2.3' };

test('decisions.json is one document, written in pieces, one case a line', () => {
  const table = tableOf(smallOrg());
  const pieces = [...writeDecisions(table, report, app)];
  const document = DecisionsDocument.parse(JSON.parse(pieces.join('')));
  expect(document).toMatchObject({
    format: 'seatpath-decisions/1',
    app,
    scan: report,
    org: { name: 'Small world' },
  });
  expect(document.cases).toEqual([...tellCases(table)]);
  expect(pieces).toHaveLength(document.cases.length + 2);
  const caseLines = pieces
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{"accountId"'));
  expect(caseLines).toHaveLength(document.cases.length);
});

test('an organization without a case is a document with an empty list', () => {
  const text = [...writeDecisions(tableOf(anOrg()), report, app)].join('');
  expect(DecisionsDocument.parse(JSON.parse(text)).cases).toEqual([]);
});

test('a line of decisions.csv tells its row and its case, with the person only where one is known', () => {
  const table = tableOf(smallOrg());
  const person = { name: 'Ada', email: 'ada@example.com' };
  const lines = [...tellCsvLines(table, (accountId) => (accountId === '712020:ada' ? person : null))];
  const rows = [...tellCases(table)].flatMap((one) => one.rows.map((row) => ({ one, row })));
  expect(lines).toHaveLength(rows.length);
  lines.forEach((line, i) => {
    const { one, row } = rows[i]!;
    const cells = Object.fromEntries(DECISIONS_CSV_COLUMNS.map((column, at) => [column, line[at]]));
    expect(line).toHaveLength(DECISIONS_CSV_COLUMNS.length);
    expect(cells).toMatchObject({
      accountId: one.accountId,
      name: one.accountId === '712020:ada' ? 'Ada' : '',
      'e-mail': one.accountId === '712020:ada' ? 'ada@example.com' : '',
      ari: one.ari,
      via: row.path.via,
      groupId: row.path.groupId ?? '',
      roles: row.path.roles.join(' '),
      owner: row.owner,
      idp: row.path.idp ? `${row.path.idp.scimDirectoryId}/${row.path.idp.scimGroupId}` : '',
      decision: row.decision,
      findings: row.findings.join(' '),
      'row billable': String(row.billable),
      'case billable': String(one.billable),
      scim: one.identity.scim,
      split: String(one.split),
    });
  });
});
