import { expect, test } from 'vitest';
import { endpoints } from '../../src/atlassian/endpoints';
import { ApiError } from '../../src/atlassian/errors';
import { organizationApi } from '../../src/atlassian/organization';
import { scimApi } from '../../src/atlassian/scim';
import type { ScanReport } from '../../src/contracts/coverage';
import { finishScan, runScan, type ScanOutcome } from '../../src/snapshot/scan';
import { newScan } from '../../src/snapshot/scan-state';
import { aClient, KEY, ORIGIN } from './support/client';
import { badLists, type Malformation, wholeBodies, wrongFields } from './support/malformations';
import { type EndpointName, endpointOf, goodAnswers } from './support/tiny-org';

/** What a scan may send in all, however odd the answers: a bound that a runaway would break. */
const MOST_REQUESTS = 500;

/** A whole scan in which one endpoint answers badly. */
async function scanWith(
  bad: EndpointName | null,
  reply: Malformation['reply'],
): Promise<ScanReport | ApiError> {
  let hits = 0;
  const bench = aClient((request) => {
    expect(new URL(request.url).origin, 'nothing is sent to another host').toBe(ORIGIN);
    const endpoint = endpointOf(request);
    return endpoint === bad ? reply(hits++) : { body: goodAnswers[endpoint] };
  });
  const { client, clock, counter } = bench;
  const scan = runScan(newScan('scan-1', '2026-11-23T09:00:00Z'), {
    sources: {
      organization: organizationApi(client, 'org-1'),
      scim: new Map([['s1', scimApi(client, 's1')]]),
      people: null,
    },
    store: {
      async *waves() {
        // Begun anew each time: there are none.
      },
      commit: async () => undefined,
    },
    clock,
    counter,
    concurrency: 6,
    deep: false,
    readAudit: true,
    mayGoOn: () => true,
    onProgress: () => expect(bench.sent.length).toBeLessThan(MOST_REQUESTS),
  });
  let outcome: ScanOutcome;
  try {
    outcome = await clock.run(scan);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  if (outcome.ended !== 'finished') throw new Error('the scan paused');
  return finishScan(outcome.state, outcome.collected, {}).report;
}

function judge(
  endpoint: EndpointName,
  { name, field, harmless }: Malformation,
  ended: ScanReport | ApiError,
): void {
  const where = `${endpoint}: ${name}: ${ended instanceof ApiError ? ended.message : JSON.stringify(ended.reasons)}`;
  if (endpoint === 'events') {
    if (ended instanceof ApiError) throw ended;
    // Nothing rests on the audit log: whatever it answers, the picture is whole without it, and says why.
    expect(ended.verdict, where).toBe('complete');
    expect(ended.reasons.length, where).toBe(harmless === true ? 0 : 1);
    for (const reason of ended.reasons) expect(reason, where).toMatch(field ?? /^audit log: /);
    return;
  }
  if (!(ended instanceof ApiError)) {
    expect(harmless === true || ended.verdict === 'partial', where).toBe(true);
    if (ended.verdict === 'partial') expect(ended.reasons, where).not.toEqual([]);
    return;
  }
  expect(harmless === true && field === undefined, where).toBe(false);
  expect(ended.endpoint, where).toBe(endpoints[endpoint].id);
  expect(ended.message.startsWith(`${ended.endpoint}: `), where).toBe(true);
  expect(ended.message, where).not.toMatch(/[\r\n]/);
  expect(ended.message, where).not.toContain(KEY);
  expect(ended.message.length, where).toBeLessThan(500);
  if (field !== undefined) expect(ended.detail, where).toContain(field);
}

test('the tiny organization adds up when every answer is good', async () => {
  const report = await scanWith(null, () => ({}));
  expect(report).toMatchObject({ verdict: 'complete', reasons: [] });
});

let tried = 0;
for (const endpoint of Object.keys(goodAnswers) as EndpointName[]) {
  for (const [kind, malformations] of [
    ['bodies', wholeBodies(endpoint)],
    ['lists', badLists(endpoint)],
    ['fields', wrongFields(endpoint)],
  ] as const) {
    if (malformations.length === 0) continue;
    test(`${endpoint}: ${malformations.length} bad ${kind} each end in an error that names the call, or in an honest picture`, async () => {
      for (const malformation of malformations) {
        judge(endpoint, malformation, await scanWith(endpoint, malformation.reply));
        tried += 1;
      }
    });
  }
}

test('more than 300 malformed answers were tried', () => {
  expect(tried).toBeGreaterThan(300);
});
