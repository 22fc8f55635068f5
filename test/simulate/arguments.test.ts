import { expect, test } from 'vitest';
import { readSimulateSettings } from '../../local/simulate/arguments';
import { renderChecks, renderOutcomes } from '../../local/simulate/report';
import { UsageError } from '../../local/trace/arguments';

test('twelve weeks of the demo unless something else is asked for', () => {
  expect(readSimulateSettings([])).toEqual({ weeks: 12, seed: 1 });
  expect(readSimulateSettings(['--weeks', '3', '--seed=9'])).toEqual({ weeks: 3, seed: 9 });
});

test.each([
  [['--weeks', '0'], /--weeks 0: a whole number from 1 to 52/],
  [['--weeks', '53'], /--weeks 53/],
  [['--weeks', 'two'], /--weeks two/],
  [['--seed', '-1'], /seed/],
  [['--seed', '1.5'], /--seed 1\.5: a whole number from 1 to 1000000/],
  [['--wekks', '3'], /wekks/],
  [['3'], /no option before it/],
])('bad arguments are named: %j', (args, message) => {
  expect(() => readSimulateSettings(args)).toThrow(UsageError);
  expect(() => readSimulateSettings(args)).toThrow(message);
});

const outcome = {
  id: 'P9',
  name: 'another',
  edits: 3,
  refused: 1,
  reverted: 0,
  wrongOwners: null,
  claimed: 10,
  free: 8,
  protectedHit: 0,
  leaveHit: 0,
  decisions: 12,
  seatsAtEnd: 100,
};

test('the table says what is false, what is not known, and what each column means', () => {
  const [, , line, , ...legend] = renderOutcomes([outcome]).split('\n');
  expect(line!.split(/\s{2,}/)).toEqual(['P9', 'another', '–', '3', '1', '0', '10', '8', '2', '0', '0', '1.5', '100']); // prettier-ignore
  expect(legend).toHaveLength(11);
});

test('what fails stands out, with the first cases', () => {
  const against = ['a', 'b', 'c', 'd', 'e', 'f'];
  const text = renderChecks([
    { title: 'one', of: 3, against: [] },
    { title: 'two', of: 6, against },
  ]);
  expect(text.split('\n')).toEqual([
    'holds  one (3)',
    'FAILS  two (6)',
    ...against.slice(0, 5).map((one) => `       ${one}`),
    '       and 1 more',
  ]);
});
