import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStartSettings } from '../../local/start/settings';
import { UsageError } from '../../local/trace/arguments';

const dir = mkdtempSync(join(tmpdir(), 'seatpath-start-'));
const keyFile = join(dir, 'key');
writeFileSync(keyFile, 'ATCTT3xFfGN0-example\n');
const live = ['--org-id', 'org-1', '--org-key-file', keyFile];
const jira = ['--jira-url', 'https://example.atlassian.net', '--jira-email', 'a@example.com'];
const read = (...args: string[]): ReturnType<typeof readStartSettings> =>
  readStartSettings(args, {}, '/project');

test('without arguments the demo organization is started, in a folder of the project', () => {
  expect(read()).toEqual({
    source: null,
    jira: null,
    port: 8642,
    dataDir: '/project/.seatpath/start',
    fresh: false,
  });
});

test('a live organization may bring its own Jira', () => {
  const settings = read(...live, ...jira, '--jira-token-file', keyFile, '--port', '0', '--fresh');
  expect(settings.jira).toEqual({
    url: 'https://example.atlassian.net',
    email: 'a@example.com',
    token: 'ATCTT3xFfGN0-example',
  });
  expect(settings.fresh).toBe(true);
});

test.each([
  [[...live, ...jira], '--jira-token-file together'],
  [[...jira, '--jira-token-file', keyFile], 'goes with a live organization'],
  [[...live, '--jira-url', 'ftp://x', '--jira-email', 'a@b', '--jira-token-file', keyFile], '--jira-url'],
  [[...live, ...jira, '--jira-token-file', join(dir, 'none')], '--jira-token-file'],
  [['--port', '70000'], '--port'],
  [['--ports', '1'], '--ports'],
])('%j is refused with a line that says what is wrong', (args, words) => {
  expect(() => read(...args)).toThrow(UsageError);
  expect(() => read(...args)).toThrow(words);
});
