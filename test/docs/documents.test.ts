import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { api, type Call, isDeskCall } from '../../src/contracts/api';
import { renderCalls } from '../../local/docs/calls';
import { replaceBetweenMarkers } from '../../local/docs/documents';
import { drawRooms, roomOf } from '../../local/docs/rooms-picture';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const architecture = read('docs/architecture.md');

const pages = ['docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
);

test('every room of src has a line in the table of rooms', () => {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(rooms.filter((room) => !architecture.includes(`| \`src/${room.name}\``))).toEqual([]);
});

test('every file and folder that the architecture names is there', () => {
  const named = [...architecture.matchAll(/`((?:src|local|static|test|docs)\/[\w./-]+)`/g)].map(
    (match) => match[1]!,
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(pages)('the links of %s lead somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((match) => match[1]!);
  const inside = links.filter((link) => !/^https?:/.test(link));
  expect(inside.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});

test('decision records are numbered without a gap and say context, decision and consequences', () => {
  const names = readdirSync(join(root, 'docs/decisions')).sort();
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
  for (const name of names) {
    const text = read(`docs/decisions/${name}`);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(headings, name).toEqual(['Context', 'Decision', 'Consequences']);
    expect(text, name).toMatch(/^# \d+\. .+\n\n\d{4}-\d{2}-\d{2} · (accepted|replaced by \d{4})\n/);
    expect(text.trimEnd().split('\n').length, name).toBeLessThanOrEqual(25);
  }
});

test('the changelog tells what is not released yet', () => {
  expect(read('CHANGELOG.md')).toMatch(/^## \[Unreleased\]\n\n### /m);
});

test('the page of calls shows each call with exactly its callers, and whether it is made at the desk', () => {
  const lines = renderCalls().split('\n');
  const head = lines.find((line) => line.startsWith('| call |'))!.split(' | ');
  for (const [call, { callers }] of Object.entries(api)) {
    const cells = lines.find((line) => line.startsWith(`| \`${call}\` |`))!.split(' | ');
    const may = head
      .filter((_, index) => cells[index]?.replace(' |', '') === 'yes')
      .map((one) => one.replace(' |', ''));
    const desk = isDeskCall(call as Call) ? ['at the desk'] : [];
    expect(may.sort(), call).toEqual([...callers, ...desk].sort());
  }
});

test('the picture is put between its markers, and a page without them is refused', () => {
  const first = replaceBetweenMarkers(architecture, 'one');
  expect(replaceBetweenMarkers(first, 'two').replace('two', 'one')).toBe(first);
  expect(() => replaceBetweenMarkers('no markers', 'x')).toThrow('markers');
});

test('a file belongs to the room it stands in', () => {
  expect(roomOf('src/access/trace.ts')).toBe('access');
  expect(roomOf('src/app.ts')).toBe('index, app');
  expect(roomOf('static/admin/src/main.tsx')).toBe('static/admin');
  expect(roomOf('local/org/admin/users.ts')).toBe('local/org');
  expect(roomOf('local/trace/run.ts')).toBe('local');
  expect(roomOf('node_modules/zod/index.js')).toBeNull();
  expect(roomOf('test/docs/rules.test.ts')).toBeNull();
});

/** A cruise of modules `room/name`, each with what it imports. */
function drawing(imports: Record<string, string[]>): string {
  const modules = Object.entries(imports).map(([room, targets]) => ({
    source: `src/${room}/a.ts`,
    dependencies: targets.map((target) => ({ resolved: `src/${target}/a.ts` })),
  }));
  return drawRooms({ modules });
}

test('an arrow that a longer way round says already is left out', () => {
  const picture = drawing({ decision: ['access', 'contracts'], access: ['contracts'], contracts: [] });
  expect(picture).toContain('decision --> access');
  expect(picture).toContain('access --> contracts');
  expect(picture).not.toContain('decision --> contracts');
});

test('rooms that need each other are drawn with both arrows', () => {
  const picture = drawing({ access: ['billing'], billing: ['access', 'contracts'], contracts: [] });
  expect(picture).toContain('access --> billing');
  expect(picture).toContain('billing --> access');
  expect(picture).toContain('billing --> contracts');
});
