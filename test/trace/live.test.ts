import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endpoints } from '../../src/atlassian/endpoints';
import type { DecisionsDocument } from '../../src/contracts/decisions';
import { demoOrg, smallOrg } from '../snapshot/support/worlds';
import { aFile, aFolder, decisionsIn, hasDecisions, startTrace, trace, traceFile } from './support/command';
import { aGateway, aLiveOrg } from './support/live';

const NOW = ['--now', '2026-11-23T09:00:00Z'];

/** Everything but what a scan says of its own run. */
function picture({ scan, ...rest }: DecisionsDocument): string {
  return JSON.stringify({ ...rest, coverage: scan.coverage, verdict: scan.verdict, reasons: scan.reasons });
}

test('a live organization and its org file give the same picture, and all that was sent is on the list of reads', async () => {
  const [fileDir, dir] = [aFolder(), aFolder()];
  const file = demoOrg();
  const { org, source } = await aLiveOrg(dir, file);
  const now = ['--now', file.now];
  const live = await trace([...source, ...now, '--deep', '--out', join(dir, 'out')]);
  const asFile = await traceFile(fileDir, file, ['--deep']);
  expect([live.code, asFile.code], live.stderr).toEqual([0, 0]);
  const [one, other] = [decisionsIn(join(dir, 'out')), decisionsIn(asFile.out)];
  // Only an org file tells of directories that have no SCIM API.
  const told = Object.entries(other.scan.coverage.scimDirectories).filter(([, how]) => how !== 'not-scim');
  other.scan.coverage.scimDirectories = Object.fromEntries(told);
  expect(picture(one) === picture(other)).toBe(true);

  const known = new Set(Object.values(endpoints).map(({ id }) => id.replace(/\{\w+\}/g, '{}')));
  const sent = org.requests.byEndpoint();
  expect(Object.keys(sent).length).toBeGreaterThan(9);
  for (const endpoint of Object.keys(sent)) expect(known).toContain(endpoint.replace(/\{\w+\}/g, '{}'));
  expect(org.requests.writes()).toEqual([]);
  expect(one.scan.requests.total).toBe(org.requests.total);
  for (const [endpoint, count] of Object.entries(one.scan.requests.byEndpoint)) {
    const same = Object.entries(sent).find(
      ([name]) => name.replace(/\{\w+\}/g, '') === endpoint.replace(/\{\w+\}/g, ''),
    );
    expect(same?.[1], endpoint).toBe(count);
  }
});

test('the key may come in the environment, and a SCIM key need not come at all', async () => {
  const dir = aFolder();
  const { org } = await aLiveOrg(dir, smallOrg());
  const args = ['--org-id', 'org-k8q41a49', '--admin-url', org.origin, ...NOW, '--out', join(dir, 'out')];
  const { code, stderr } = await trace(args, { env: { SEATPATH_ORG_KEY: org.orgKey } });
  expect([code, stderr]).toEqual([0, '']);
  const { scan, cases } = decisionsIn(join(dir, 'out'));
  expect(scan.coverage.scimDirectories).toEqual({});
  expect(new Set(cases.map((one) => one.identity.scim))).toEqual(new Set(['unknown']));
});

test('a trace that is killed leaves no lock and no result, and goes on where it was', async () => {
  const dir = aFolder();
  const out = join(dir, 'out');
  const { org, source } = await aLiveOrg(dir, smallOrg(), { pageSizeMax: 2 });
  const undisturbed = await trace([...source, ...NOW, '--concurrency', '1', '--out', join(dir, 'whole')]);
  expect(undisturbed.code, undisturbed.stderr).toBe(0);
  const whole = decisionsIn(join(dir, 'whole'));

  const stopAt = Math.floor(whole.scan.requests.total * 0.7);
  let reached = (): void => undefined;
  const inTheMiddle = new Promise<void>((resolve) => (reached = resolve));
  let open = false;
  const gateway = await aGateway(org.origin, async (_, n) => {
    if (open || n < stopAt) return;
    reached();
    await new Promise(() => undefined);
  });
  const args = [
    ...source.map((one) => (one === org.origin ? gateway.origin : one)),
    ...[...NOW, '--concurrency', '1', '--out', out],
  ];
  const killed = startTrace(args);
  await inTheMiddle;

  const beside = await trace(args);
  expect([beside.code, beside.stdout]).toEqual([2, '']);
  expect(beside.stderr).toMatch(/^trace: --out: another Seatpath process is using [^\n]+\n$/);

  // tsx starts Node as a child of its own: the signal has to reach that one too.
  killTree(killed.child.pid!);
  await killed.ended;
  expect(hasDecisions(out)).toBe(false);

  open = true;
  const before = gateway.seen.length;
  const resumed = await trace(args);
  expect(resumed.code, resumed.stderr).toBe(0);
  const asked = gateway.seen.length - before;
  expect(asked).toBeLessThan(whole.scan.requests.total);
  expect(asked).toBeLessThanOrEqual(whole.scan.requests.total - stopAt + 2);
  expect(picture(decisionsIn(out)) === picture(whole)).toBe(true);
  expect(readdirSync(out).sort()).toEqual(['.seatpath', 'coverage.json', 'decisions.csv', 'decisions.json']);

  // What is finished is not gone on with: another trace begins anew.
  const again = await trace(args);
  expect(again.code).toBe(0);
  expect(decisionsIn(out).scan.requests.total).toBe(whole.scan.requests.total);
}, 120_000);

test('what was begun for another organization is not gone on with', async () => {
  const dir = aFolder();
  const out = join(dir, 'out');
  const stuck = smallOrg({ faults: { fail: [{ endpoint: 'POST *users/search', status: 503 }] } });
  const other = smallOrg({ org: { id: 'org-other', name: 'Other', guard: 'none' } });
  const failed = await trace(['--org', aFile(dir, 'a.json', stuck), '--out', out]);
  expect(failed.code).toBe(5);
  const { code } = await trace(['--org', aFile(dir, 'b.json', other), '--out', out]);
  expect(code).toBe(0);
  expect(decisionsIn(out).org).toEqual({ id: 'org-other', name: 'Other' });
  expect(decisionsIn(out).scan.requests.byEndpoint['GET /admin/v1/orgs/{orgId}']).toBe(1);
});

/** Kills a process of this test and the processes that it started. */
function killTree(pid: number): void {
  for (const child of childrenOf(pid)) killTree(child);
  process.kill(pid, 'SIGKILL');
}

function childrenOf(pid: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, parent]) => parent === pid).map(([child]) => child!);
}
