import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generateDemoOrg } from '../../local/org/demo/generate';
import { people } from '../../local/org/demo/people';
import { OrgFileError } from '../../local/org/org-file-error';
import { parseOrgFile } from '../../local/org/read-org-file';
import { startSimulatedOrg } from '../../local/org/server';
import { setStage } from '../../local/start/stage';
import { UsageError } from '../../local/trace/arguments';
import { anOrg, aUser } from '../support/org-builder';

test('a file without an organization admin gets a visitor who holds nothing', async () => {
  const text = JSON.stringify(anOrg({ users: [aUser('ana')] }));
  const stage = await setStage({ kind: 'org-file', path: 'small.json', text });
  const visitor = stage.world.users.find((user) => user.accountId === stage.admin)!;
  expect(visitor.groups).toEqual([]);
  expect(visitor.platformRoles).toEqual(['atlassian/org-admin']);
  expect(stage.people[0]!.accountId).toBe(stage.admin);
  expect(() => parseOrgFile(JSON.stringify(stage.world))).not.toThrow(OrgFileError);
});

test('a broken file is refused with its place', async () => {
  const source = { kind: 'org-file' as const, path: 'broken.json', text: '{"format":"other"}' };
  await expect(setStage(source)).rejects.toThrow(UsageError);
  await expect(setStage(source)).rejects.toThrow('broken.json: format');
});

test('a live organization is staged by reads alone, with one of its own admins before the page', async () => {
  const world = generateDemoOrg();
  const org = await startSimulatedOrg(world);
  try {
    const stage = await setStage({
      kind: 'live',
      orgId: world.org.id,
      orgKey: org.orgKey,
      adminUrl: org.origin,
      scimKeys: new Map(),
    });
    expect(stage.admin).toBe(people.orgAdmin);
    expect(stage.world.sites.map((site) => site.cloudId).sort()).toEqual(
      world.sites.map((site) => site.cloudId).sort(),
    );
    expect(stage.world.resources).toHaveLength(world.resources.length);
    expect(stage.world.users).toHaveLength(1);
    expect(org.requests.writes()).toEqual([]);
    expect(() => parseOrgFile(JSON.stringify(stage.world))).not.toThrow();
  } finally {
    await org.close();
  }
});

test('the demo organization offers every role of the user switcher', async () => {
  const { people: shown, world } = await setStage(null);
  expect(shown.map((person) => person.role)).toEqual([
    'Organization admin',
    'Jira admin',
    'Reviewer',
    'Finance',
    'Auditor',
    'Identity owner',
    'Plain user',
  ]);
  expect(shown.every((person) => world.users.some((user) => user.accountId === person.accountId))).toBe(true);
});

test('the README names the person that the demo is about', async () => {
  const { world } = await setStage(null);
  const name = world.users.find((user) => user.accountId === people.threePaths)!.name;
  expect(readFileSync('README.md', 'utf8')).toContain(name);
});
