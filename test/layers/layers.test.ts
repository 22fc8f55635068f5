import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cruiseTree, LAYER_FOLDERS, readLayerRules, tellViolations } from '../../local/checks/layers';

const root = join(__dirname, '../..');
const planted = join(__dirname, 'planted');
const rules = readLayerRules().forbidden ?? [];

test('the sources keep to the direction of the house', async () => {
  expect(tellViolations(await cruiseTree(root, LAYER_FOLDERS))).toEqual([]);
});

test('every rule says in plain words what it protects', () => {
  for (const { name, comment, severity } of rules) {
    expect(comment?.length ?? 0, `${name ?? 'a rule without a name'} has no comment`).toBeGreaterThan(40);
    expect(severity, name).toBe('error');
  }
});

test('every room of src has a rule of its own', () => {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const judged = rules.map((rule) => rule.name);
  expect(rooms.filter((room) => !judged.includes(`${room.name}-keeps-its-place`))).toEqual([]);
});

test('every rule has a planted violation, and no plant is left of a rule that is gone', () => {
  expect(readdirSync(planted).sort()).toEqual(rules.map((rule) => rule.name ?? '').sort());
});

test.each(rules.map((rule) => rule.name ?? ''))(
  'a planted violation of %s breaks that rule alone',
  async (name) => {
    const { tree, clear } = plantedTree(join(planted, name));
    try {
      const folders = LAYER_FOLDERS.filter((folder) => existsSync(join(tree, folder)));
      const { summary } = await cruiseTree(tree, folders);
      expect(summary.violations.map((violation) => violation.rule.name)).toEqual([name]);
    } finally {
      clear();
    }
  },
);

/** A plant that brings packages is copied away: no folder named node_modules can be kept in a repository. */
function plantedTree(plant: string): { tree: string; clear: () => void } {
  if (!existsSync(join(plant, 'packages'))) return { tree: plant, clear: () => undefined };
  const tree = mkdtempSync(join(tmpdir(), 'seatpath-planted-'));
  cpSync(plant, tree, { recursive: true });
  renameSync(join(tree, 'packages'), join(tree, 'node_modules'));
  return { tree, clear: () => rmSync(tree, { recursive: true, force: true }) };
}
