import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../local/trace/arguments';
import { openTarget } from '../../local/trace/target';
import { readTraceSettings, type TraceSettings } from '../../local/trace/settings';
import { smallOrg } from '../snapshot/support/worlds';
import { aFile, aFolder, hasDecisions, trace, traceFile } from './support/command';

const SECRET = 'canary-secret-51c7';

/** The one line that a bad command line ends in. */
function complaint(args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  try {
    readTraceSettings(args, env);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error(`the arguments are accepted: ${args.join(' ')}`);
}

function settings(args: readonly string[], env: NodeJS.ProcessEnv = {}): TraceSettings {
  return readTraceSettings(args, env);
}

test('no arguments: how to use it, and exit 2', async () => {
  const { code, stdout, stderr } = await trace([]);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^trace: no source: .+\nusage: npm run trace -- SOURCE/);
  for (const option of [
    '--org FILE',
    '--org-id ID',
    '--org-key-file F',
    '--scim DIRECTORY_ID=KEYFILE',
    '--admin-url URL',
  ]) {
    expect(stderr).toContain(option);
  }
});

test('the process ends with 2 and one line on standard error where the arguments are bad', async () => {
  const dir = aFolder();
  const { code, stdout, stderr } = await trace(['--org', join(dir, 'none.json'), '--out', join(dir, 'out')]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^trace: --org: there is no file .+none\.json\n$/);
  expect(hasDecisions(join(dir, 'out'))).toBe(false);
});

const bad: [string, string[], RegExp][] = [
  ['only settings', ['--deep'], /^no source/],
  ['an unknown flag', ['--org', 'x', '--depth'], /--depth/],
  ['a flag without its value', ['--org'], /--org/],
  ['a value for a switch', ['--deep=yes'], /--deep/],
  ['two sources', ['--org', 'x', '--org-id', 'o'], /--org and --org-id/],
  ['an org file and a SCIM key', ['--org', 'x', '--scim', 'd=f'], /--org and --scim/],
  ['an org file and an origin', ['--org', 'x', '--admin-url', 'https://a.example'], /--org and --admin-url/],
  ['a key without an organization', ['--org-key-file', 'f'], /--org-key-file needs --org-id/],
  ['an organization without a key', ['--org-id', 'o'], /no organization API key/],
  [
    'an organization id that is none',
    ['--org-id', '../x', '--org-key-file', 'f'],
    /--org-id: .*is no organization id/,
  ],
  [
    'a key file that is not there',
    ['--org-id', 'o', '--org-key-file', '/none/key'],
    /--org-key-file: the key file does not exist/,
  ],
];

for (const [name, args, message] of bad) {
  test(`refused: ${name}`, () => {
    expect(complaint(args)).toMatch(message);
    expect(complaint(args)).not.toContain('\n');
  });
}

const badSettings: [string, string[]][] = [
  [
    '--now',
    [
      '',
      'yesterday',
      '2026-11-23',
      '2026-11-23T09:00',
      '2026-02-30T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '1763888400',
      '2026-11-23T25:00:00Z',
    ],
  ],
  ['--inactive-days', ['', '0', '-1', '1.5', 'ninety', '90d', '1e2', '99999', ' 90']],
  ['--concurrency', ['', '0', '65', '-1', '2.5', 'many', '0x10']],
];

for (const [option, values] of badSettings) {
  test(`${option} takes what it says and nothing else`, () => {
    const dir = aFolder();
    const file = aFile(dir, 'world.json', smallOrg());
    for (const value of values) {
      expect(complaint(['--org', file, `${option}=${value}`]), value).toMatch(
        new RegExp(`^${option}: .*${value.trim()}`),
      );
    }
  });
}

test('what is not said has its documented default', () => {
  const dir = aFolder();
  const file = aFile(dir, 'world.json', smallOrg());
  expect(settings(['--org', file])).toMatchObject({
    deep: false,
    inactiveDays: 90,
    now: null,
    concurrency: 6,
    quiet: false,
    json: false,
  });
  const key = aFile(dir, 'org.key', ` ${SECRET}\n`);
  expect(settings(['--org-id', 'abc-9z', '--org-key-file', key]).source).toMatchObject({
    kind: 'live',
    orgKey: SECRET,
    adminUrl: 'https://api.atlassian.com',
  });
  expect(settings(['--org', file, '--now', '2026-02-28T00:00:00+02:00']).now).toBe(
    Date.parse('2026-02-27T22:00:00Z'),
  );
});

for (const args of [
  ['--org-key', SECRET],
  [`--org-key=${SECRET}`],
  ['--scim-key', SECRET],
  [`--token=${SECRET}`],
  [`--key=${SECRET}`],
  [`--api-key=${SECRET}`],
  [SECRET],
  ['--', SECRET],
  ['--scim', SECRET],
  ['--scim', `directory=${SECRET}`],
  ['--org-key-file', SECRET],
  [`--org-key-file=${SECRET}`],
  [`--secret=${SECRET}`],
]) {
  test(`a key on the command line is refused and not repeated: ${args.join(' ').replace(SECRET, '…')}`, () => {
    const message = complaint(['--org-id', 'org-1', ...args], { SEATPATH_ORG_KEY: 'other' });
    expect(message).not.toContain(SECRET);
    expect(message).not.toContain('\n');
  });
}

test('a key that the process was given on its command line does not reach its output', async () => {
  const dir = aFolder();
  for (const args of [[SECRET]]) {
    const { code, stdout, stderr } = await trace(['--org-id', 'org-1', ...args, '--out', join(dir, 'out')]);
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain(SECRET);
    expect(stderr.trimEnd()).not.toContain('\n');
  }
});

test('a key file holds one key on one line', () => {
  const dir = aFolder();
  mkdirSync(join(dir, 'folder.key'));
  const files = {
    'empty.key': '',
    'lines.key': `${SECRET}\n${SECRET}\n`,
    'spaces.key': `${SECRET} ${SECRET}`,
    'binary.key': `${SECRET}\u0000`,
    'curly.key': `“${SECRET}”`,
  };
  for (const [name, content] of Object.entries(files)) aFile(dir, name, content);
  for (const name of [...Object.keys(files), 'folder.key']) {
    for (const args of [
      ['--org-key-file', join(dir, name)],
      ['--org-key-file', aFile(dir, 'good.key', 'k'), '--scim', `d=${join(dir, name)}`],
    ]) {
      const message = complaint(['--org-id', 'o', ...args]);
      expect(message).toContain(name);
      expect(message).not.toContain(SECRET);
    }
  }
});

test('a key in the environment is held to the same form, and its value is not repeated', () => {
  for (const key of ['', ' ', `${SECRET}\n${SECRET}`, `${SECRET}\r\nX: y`, `“${SECRET}”`, `${SECRET} x`]) {
    const message = complaint(['--org-id', 'o'], { SEATPATH_ORG_KEY: key });
    expect(message).toContain('SEATPATH_ORG_KEY');
    expect(message).not.toContain(SECRET);
  }
  expect(settings(['--org-id', 'o'], { SEATPATH_ORG_KEY: ` ${SECRET}\n` }).source).toMatchObject({
    orgKey: SECRET,
  });
});

test('SCIM keys are given by directory, each once', () => {
  const dir = aFolder();
  const key = aFile(dir, 'a.key', 'k');
  const live = ['--org-id', 'o', '--org-key-file', key];
  expect(complaint([...live, '--scim', `d=${key}`, '--scim', `d=${key}`])).toBe(
    '--scim: directory d is given twice',
  );
  for (const pair of ['d', '=f', 'd=', '../x=f', 'a b=f'])
    expect(complaint([...live, '--scim', pair])).toMatch(/^--scim: give/);
  const { source } = settings([...live, '--scim', `d1=${key}`, '--scim', `d2=${key}`]);
  expect(source.kind === 'live' && [...source.scimKeys.keys()]).toEqual(['d1', 'd2']);
});

test('a key is sent over https only, or to this machine', () => {
  const dir = aFolder();
  const live = ['--org-id', 'o', '--org-key-file', aFile(dir, 'a.key', 'k'), '--admin-url'];
  for (const url of [
    'http://api.example.com',
    'ftp://127.0.0.1',
    'file:///x',
    'http://127.0.0.1.evil.example',
    'not a url',
    '',
    'api.atlassian.com',
  ]) {
    expect(complaint([...live, url]), url).toMatch(/^--admin-url: /);
  }
  for (const [url, origin] of [
    ['https://api.example.com/', 'https://api.example.com'],
    ['http://localhost:81', 'http://localhost:81'],
    ['http://[::1]:81/', 'http://[::1]:81'],
    [`https://user:${SECRET}@a.example/base/?x=1#y`, 'https://a.example/base'],
  ] as const) {
    expect(settings([...live, url]).source).toMatchObject({ adminUrl: origin });
  }
});

test('an org file that breaks a rule is refused with the path of the value', async () => {
  const org = smallOrg();
  const worlds: [string | object, RegExp][] = [
    ['{"format": "seatpath-org/1", ', /not valid JSON/],
    ['[]', /no JSON object/],
    [{ ...org, format: 'seatpath-org/2' }, /format: found "seatpath-org\/2"/],
    [{ ...org, users: [{ ...org.users[0], groups: ['group-nowhere'] }] }, /users\[0\]\.groups\[0\]/],
    [{ ...org, users: [org.users[0], org.users[0]] }, /users\[1\]\.accountId/],
    [{ ...org, now: 'soon' }, /now: is no RFC 3339 instant/],
    [{ ...org, surprise: 1 }, /surprise: the format knows no key/],
    [
      { ...org, groups: [{ ...org.groups[0], grants: [{ ari: 'ari:nowhere', roles: [] }] }] },
      /groups\[0\]\.grants\[0\]\.ari/,
    ],
  ];
  for (const [world, message] of worlds) {
    const path = aFile(aFolder(), 'world.org.json', world);
    const { source } = settings(['--org', path]);
    const refused = await openTarget(source).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as Error).message).toMatch(message);
    expect((refused as Error).message).toMatch(/^--org: .*world\.org\.json: [^\n]+$/);
  }
  const { code, stdout, stderr, out } = await traceFile(aFolder(), JSON.stringify({ ...org, now: 'soon' }));
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^trace: --org: .*world\.org\.json: now: is no RFC 3339 instant[^\n]*\n$/);
  expect(hasDecisions(out)).toBe(false);
});

test('an --out that cannot be a folder is a bad argument, not a defect', async () => {
  const dir = aFolder();
  const file = aFile(dir, 'taken', 'mine');
  const { code, stderr } = await trace(['--org', aFile(dir, 'w.json', smallOrg()), '--out', file]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^trace: --out: [^\n]*taken[^\n]*\n$/);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('paths are those of the place where the command was called', async () => {
  const dir = aFolder();
  aFile(dir, 'here.json', smallOrg());
  mkdirSync(join(dir, 'elsewhere'));
  const called = { env: { INIT_CWD: dir } };
  const { code, stdout } = await trace(['--org', 'here.json', '--out', 'my/results'], called);
  expect(code).toBe(0);
  expect(stdout).toContain(`Written to ${join(dir, 'my/results')}: decisions.json`);
  expect(hasDecisions(join(dir, 'my', 'results'))).toBe(true);
});

test('an earlier result is left alone where nothing was begun', async () => {
  const dir = aFolder();
  mkdirSync(join(dir, 'out'));
  writeFileSync(join(dir, 'out', 'decisions.json'), 'earlier');
  const { code } = await traceFile(dir, '{');
  expect(code).toBe(2);
  expect(readFileSync(join(dir, 'out', 'decisions.json'), 'utf8')).toBe('earlier');
});
