import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseOrgFile } from '../../local/org/read-org-file';
import { expectedDecisions } from '../oracle/brute-force';
import { comparable } from '../oracle/comparable';
import { traceOrg } from '../support/trace';

/** Organizations of real size that lie beside a checkout; they are not ours to copy into it. */
const folder = join(__dirname, '../../../shared/orgs');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.org.json')) : [];

if (files.length === 0) {
  test('left out: organizations of real size against the oracle (no ../shared/orgs beside the checkout)', () => {
    expect(existsSync(folder) && readdirSync(folder).length > 0).toBe(false);
  });
}

for (const file of files) {
  for (const deep of [false, true]) {
    test(`${file} is traced as the oracle says${deep ? ', with every account read' : ''}`, async () => {
      const org = parseOrgFile(readFileSync(join(folder, file), 'utf8'));
      const { exitCode, decisions, message } = await traceOrg(org, { deep });
      expect(exitCode, message).toBe(0);
      const outcome = comparable(decisions!);
      const oracle = comparable(expectedDecisions(org, { inactiveDays: 90, deep }));
      expect(outcome.cases.length).toBeGreaterThan(1000);
      for (const [at, one] of outcome.cases.entries()) expect(one).toEqual(oracle.cases[at]);
      expect(outcome).toEqual(oracle);
    }, 120_000);
  }
}
