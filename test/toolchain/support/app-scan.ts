import type { DecisionCase } from '../../../src/contracts/decisions';
import type { CaseLine, ScanProgress } from '../../../src/contracts/views';
import type { RunningApp } from '../../support/app';

const minuteMs = 60_000;
/** A scan of the demo organization is over in one; without an end to the waiting, a broken one would hang the test. */
const mostMinutes = 120;
const linesAPage = 200;
const casesAMinute = 120;

export interface PublishedScan {
  readonly verdict: ScanProgress['verdict'];
  readonly coverage: ScanProgress['coverage'];
  /** The decision table, line by line, and each case as it opens. */
  readonly lines: CaseLine[];
  readonly cases: DecisionCase[];
}

/**
 * Sets the app up as an administrator of the organization would, by calls of the page only, lets it scan, and reads
 * back what it published. Nothing in the answer hangs on chance or on the wall clock.
 */
export async function scanThroughApp(app: RunningApp, orgId: string): Promise<PublishedScan> {
  await setUp(app, orgId);
  const { verdict, coverage } = await scan(app);
  return { verdict, coverage, ...(await readCases(app)) };
}

async function setUp({ call, org }: RunningApp, orgId: string): Promise<void> {
  const key = { slot: 'a', orgId, key: org.orgKey, expiresOn: null, insistOnUnscoped: false } as const;
  await call('setup/save-org-key', key);
  await call('setup/save-scope', { scope: 'organization' });
  for (const [scimDirectoryId, scimKey] of org.scimKeys) {
    await call('setup/save-scim-key', { scimDirectoryId, key: scimKey, expiresOn: null });
  }
}

async function scan({ call, host, installationId, advance }: RunningApp): Promise<ScanProgress> {
  await call('scan/start', {});
  for (let minute = 0; minute < mostMinutes; minute += 1) {
    await host.drainQueue(installationId, { until: host.clock.now() + minuteMs });
    const progress = await call('scan/progress', {});
    if (progress.state === 'published') return progress;
    if (progress.state === 'failed') throw new Error(`The scan failed: ${String(progress.failure)}`);
    await advance(minuteMs);
  }
  throw new Error(`The scan did not end within ${String(mostMinutes)} minutes of the host's clock.`);
}

async function readCases({ call, advance }: RunningApp): Promise<Pick<PublishedScan, 'lines' | 'cases'>> {
  const all = {
    ari: null,
    owner: null,
    signal: null,
    finding: null,
    billable: null,
    groupId: null,
    text: '',
  };
  const sort = { by: 'account', direction: 'ascending' } as const;
  const lines: CaseLine[] = [];
  for (let matched = 1; lines.length < matched;) {
    const page = await call('cases/list', { filter: all, sort, offset: lines.length, limit: linesAPage });
    if (page.lines.length === 0) break;
    lines.push(...page.lines);
    ({ matched } = page);
  }
  const cases: DecisionCase[] = [];
  for (const { person, ari } of lines) {
    cases.push((await call('cases/get', { accountId: person.accountId, ari })).case);
    // Opening a case reads storage several times, and the platform gives 4,000 reads a minute (2025-12-01).
    await advance(minuteMs / casesAMinute);
  }
  return { lines, cases };
}
