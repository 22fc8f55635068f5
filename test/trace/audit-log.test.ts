import { expect, test } from 'vitest';
import { people } from '../../local/org/demo/people';
import { demoOrg } from '../snapshot/support/worlds';
import { traceOrg } from '../support/trace';

test('a trace asks nothing of the audit log, also where the key may read it', async () => {
  const { exitCode, decisions, requests } = await traceOrg(demoOrg());
  expect(exitCode).toBe(0);
  expect(Object.keys(requests).filter((endpoint) => endpoint.includes('event'))).toEqual([]);
  // The log tells much of this account, and decisions.json nothing of it.
  const told = decisions!.cases.filter(({ accountId }) => accountId === people.threePaths);
  expect(told).not.toEqual([]);
  expect(JSON.stringify(told)).not.toMatch(/first-access|entry/);
});
