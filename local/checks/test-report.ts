import { z } from 'zod';

/** What is read of vitest’s JSON report (vitest 4.1, the shape of Jest’s). */
const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  /** What counts as failed beside failing tests, a line each. */
  readonly complaints: readonly string[];
}

/**
 * Counts a run of vitest. `report` is null where vitest left none behind. A file that could not be
 * loaded, a test that was left out, a run without tests, and a bad end without a failed test each count
 * as one failure: a run that did not look must not seem to have seen nothing wrong.
 */
export function countTests(report: string | null, exitCode: number | null): TestCount {
  if (report === null) return { passed: 0, failed: 1, complaints: ['vitest ended without a report'] };
  const { testResults } = Report.parse(JSON.parse(report));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length;
  const complaints = [
    ...testResults
      .filter(
        (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
      )
      .map((file) => `${file.name} could not be run: ${file.message ?? 'no reason given'}`),
    ...tests
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => `“${test.fullName}” was left out (${test.status})`),
  ];
  if (tests.length === 0) complaints.push('vitest ran no test');
  if (exitCode !== 0 && failed === 0 && complaints.length === 0) {
    complaints.push(`no test failed, and yet vitest ended with ${exitCode ?? 'a signal'}`);
  }
  return { passed, failed: failed + complaints.length, complaints };
}
