import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { people } from '../../local/org/demo/people';
import { keepSimulation } from '../../local/start/kept-simulation';
import { type Play, play } from '../../local/start/play';
import { setStage } from '../../local/start/stage';
import { simulatedJira } from '../../local/start/simulated-jira';
import { UsageError } from '../../local/trace/arguments';

const DAY = 86_400_000;

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'seatpath-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const putOn = async (): Promise<Play> =>
  play({
    stage: await setStage(null),
    projectDir: resolve(import.meta.dirname, '../..'),
    dataDir,
    port: 0,
    live: null,
    jira: null,
  });

/** What the page around the app does for its visitor. */
async function press(url: string, path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: url };
  const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body), headers });
  expect(response.ok, await response.text()).toBe(true);
}

const anIssue = { fields: { project: { key: 'IAM' }, issuetype: { id: '10001' }, summary: 'Still needed?' } };

/** A call to Jira as the app, past the local host. */
const asApp = ({ org, host }: Play, path: string, body: object): Promise<Response> =>
  simulatedJira(org)({
    product: 'jira',
    installation: host.installations[0]!,
    as: 'app',
    path,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

test('the next start goes on where this one was left: its time, its issues and what they can become', async () => {
  const first = await putOn();
  const began = first.clock.now();
  const url = await first.open();
  await press(url, '/host/clock', { days: 4 });
  expect((await asApp(first, '/rest/api/3/issue', anIssue)).status).toBe(201);
  await first.close();

  const second = await putOn();
  expect(second.clock.now()).toBeGreaterThanOrEqual(began + 4 * DAY);
  expect(second.org.world.issues()).toMatchObject([{ key: 'IAM-1', summary: 'Still needed?' }]);
  const moved = await asApp(second, '/rest/api/3/issue/IAM-1/transitions', { transition: { id: '21' } });
  expect(moved.status).toBe(204);
  expect((await asApp(second, '/rest/api/3/issue', anIssue)).status).toBe(201);
  expect(second.org.world.issues().map(({ key, status }) => [key, status.name])).toEqual([
    ['IAM-1', 'Done'],
    ['IAM-2', 'To Do'],
  ]);
  await second.close();
});

test('time and issues are kept when they change, not only when a run ends as it should', async () => {
  const scene = await putOn();
  const began = scene.clock.now();
  const url = await scene.open();
  await press(url, '/host/clock', { days: 1 });
  expect(keepSimulation(dataDir).before.now).toBeGreaterThanOrEqual(began + DAY);
  await asApp(scene, '/rest/api/3/issue', anIssue);
  await press(url, '/host/issue/IAM-1/comment', { text: 'Not yet.' });
  const { cloudId } = scene.host.installations[0]!;
  const [issue] = [...keepSimulation(dataDir).before.jira.get(cloudId)!.issues.values()];
  expect(issue).toMatchObject({ key: 'IAM-1', comments: [{ author: people.orgAdmin }] });
  await scene.close();
});

test('what cannot be read is named, with the way to begin anew; a folder in memory keeps nothing', () => {
  writeFileSync(join(dataDir, 'simulation'), 'something else');
  expect(() => keepSimulation(dataDir)).toThrow(UsageError);
  expect(() => keepSimulation(dataDir)).toThrow('--fresh begins anew');
  const inMemory = keepSimulation(':memory:');
  inMemory.keep({ now: 1, jira: new Map() });
  expect(keepSimulation(':memory:').before.jira.size).toBe(0);
});
