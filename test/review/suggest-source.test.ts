import { expect, test } from 'vitest';
import { buildDecisionTable } from '../../src/decision/build';
import { listSources } from '../../src/decision/sources';
import { suggestForSource } from '../../src/review/sources/suggest';
import { reviewOrg } from '../support/review-org';
import { snapshotOfOrg } from '../properties/snapshot-of-org';

test('what is suggested for a group calls it what its owner says it is', () => {
  const org = reviewOrg();
  const terms = { now: Date.parse(org.now), inactiveDays: 90, plans: new Map() };
  const table = buildDecisionTable(snapshotOfOrg(org, false), terms);
  const kinds = listSources(table).map((source) => {
    const { do: suggested, because } = suggestForSource(table, source, 0);
    return suggested === 'intend' ? `${source.owner}: ${because.split(' that ')[0]!}` : source.owner;
  });
  expect([...new Set(kinds)].sort()).toEqual([
    'default-group: A default group',
    'idp-owned: A synced group',
    'local-group: A local group',
    'unknown',
  ]);
});
