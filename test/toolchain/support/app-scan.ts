import type { DecisionCase } from '../../../src/contracts/decisions';
import type { CaseLine } from '../../../src/contracts/case-views';
import type { ScanProgress } from '../../../src/contracts/views';
import type { RunningApp } from '../../support/app';
import { EVERY_CASE, saveKey, scan } from '../../support/set-up';

/** Opening a case reads storage several times, and the platform gives 4,000 reads a minute (2025-12-01). */
const msBetweenCases = 500;

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
  await saveKey(app, { orgId });
  await app.call('setup/save-scope', { scope: 'organization' });
  for (const [scimDirectoryId, key] of app.org.scimKeys) {
    await app.call('setup/save-scim-key', { scimDirectoryId, key, expiresOn: null });
  }
  const { state, failure, verdict, coverage } = await scan(app);
  if (state !== 'published') throw new Error(`The scan is ${state}: ${String(failure)}`);
  return { verdict, coverage, ...(await readCases(app)) };
}

async function readCases(app: RunningApp): Promise<Pick<PublishedScan, 'lines' | 'cases'>> {
  const lines: CaseLine[] = [];
  for (let matched = 1; lines.length < matched;) {
    const page = await app.call('cases/list', { ...EVERY_CASE, offset: lines.length });
    if (page.lines.length === 0)
      throw new Error(`The list ends after ${lines.length} of ${page.matched} cases.`);
    lines.push(...page.lines);
    ({ matched } = page);
  }
  const cases: DecisionCase[] = [];
  for (const { person, ari } of lines) {
    cases.push((await app.call('cases/get', { accountId: person.accountId, ari })).case);
    await app.advance(msBetweenCases);
  }
  return { lines, cases };
}
