import { expect, test } from 'vitest';
import { countTests } from '../../local/checks/test-report';

type Status = 'passed' | 'failed' | 'skipped' | 'todo';

/** A report of one file for each list of statuses; a file without tests could not be loaded. */
function aReport(...files: Status[][]): string {
  return JSON.stringify({
    testResults: files.map((statuses, file) => ({
      name: `file-${file}.test.ts`,
      status: statuses.length === 0 || statuses.includes('failed') ? 'failed' : 'passed',
      message: statuses.length === 0 ? 'Cannot find module' : '',
      assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status })),
    })),
  });
}

test('passed and failed tests are counted over all files', () => {
  expect(countTests(aReport(['passed', 'failed'], ['passed']), 1)).toEqual({
    passed: 2,
    failed: 1,
    complaints: [],
  });
  expect(countTests(aReport(['passed', 'passed']), 0)).toEqual({ passed: 2, failed: 0, complaints: [] });
});

test('a file that could not be loaded counts as one failure and says why', () => {
  const { passed, failed, complaints } = countTests(aReport(['passed'], []), 1);
  expect([passed, failed]).toEqual([1, 1]);
  expect(complaints).toEqual(['file-1.test.ts could not be run: Cannot find module']);
});

test('a test that was left out counts as failed', () => {
  expect(countTests(aReport(['passed', 'skipped', 'todo']), 0)).toMatchObject({ passed: 1, failed: 2 });
});

test('no report, no tests, and a bad end without a failed test are failures', () => {
  expect(countTests(null, 139)).toMatchObject({ passed: 0, failed: 1 });
  expect(countTests(aReport(), 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(countTests(aReport(['passed']), 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(countTests(aReport(['passed']), null)).toMatchObject({ passed: 1, failed: 1 });
});
