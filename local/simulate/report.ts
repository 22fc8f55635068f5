import type { Outcome } from './outcome';
import type { Check } from './seatpath/checks';

interface Column {
  readonly title: readonly [string, string];
  readonly show: (outcome: Outcome) => string;
  /** What the number is, in one sentence. */
  readonly means: string;
}

const number = (value: number | null): string => (value === null ? '–' : String(value));

const COLUMNS: readonly Column[] = [
  {
    title: ['wrong', 'owner'],
    show: ({ wrongOwners }) => number(wrongOwners),
    means: 'memberships that somebody was asked to end, or tried to end, who does not own them',
  },
  {
    title: ['edits', 'made'],
    show: ({ edits }) => number(edits),
    means: 'edits of memberships in Atlassian, taken or not',
  },
  { title: ['', 'refused'], show: ({ refused }) => number(refused), means: 'of these, refused by Atlassian' },
  {
    title: ['', 'undone'],
    show: ({ reverted }) => number(reverted),
    means: 'of these, taken, and the person is in the group again at the end',
  },
  {
    title: ['seats', 'claimed'],
    show: ({ claimed }) => number(claimed),
    means: 'seats reported as freed; of Seatpath, those that are settled',
  },
  {
    title: ['truly', 'free'],
    show: ({ free }) => number(free),
    means: 'of these, nobody holds them at the end',
  },
  { title: ['', 'false'], show: ({ claimed, free }) => number(claimed - free), means: 'the difference' },
  {
    title: ['protected', 'hit'],
    show: ({ protectedHit }) => number(protectedHit),
    means: 'integrations, services and administrators who lost a seat',
  },
  {
    title: ['on leave', 'hit'],
    show: ({ leaveHit }) => number(leaveHit),
    means: 'people on leave who lost a seat',
  },
  {
    title: ['decisions', 'a seat'],
    show: ({ decisions, free }) => (free === 0 ? '–' : (decisions / free).toFixed(1)),
    means:
      'what people decided by hand, for each seat that is truly free; a bulk, an approval and a source count one',
  },
  {
    title: ['seats at', 'the end'],
    show: ({ seatsAtEnd }) => number(seatsAtEnd),
    means: 'seats of all products',
  },
];

/** The table of the policies, a line each, with what its columns mean. */
export function renderOutcomes(outcomes: readonly Outcome[]): string {
  const names = outcomes.map(({ id, name }) => `${id}  ${name}`);
  const first = Math.max(...names.map((name) => name.length));
  const widths = COLUMNS.map(({ title, show }) =>
    Math.max(...title.map((word) => word.length), ...outcomes.map((outcome) => show(outcome).length)),
  );
  const line = (head: string, cells: readonly string[]): string =>
    [head.padEnd(first), ...cells.map((cell, i) => cell.padStart(widths[i]!))].join('  ').trimEnd();
  return [
    line(
      '',
      COLUMNS.map(({ title }) => title[0]),
    ),
    line(
      'policy',
      COLUMNS.map(({ title }) => title[1]),
    ),
    ...outcomes.map((outcome, i) =>
      line(
        names[i]!,
        COLUMNS.map(({ show }) => show(outcome)),
      ),
    ),
    '',
    ...COLUMNS.map(({ title, means }) => `${title.filter((word) => word !== '').join(' ')}: ${means}.`),
  ].join('\n');
}

/** What must hold of Seatpath, a line each, with the first few cases against it. */
export function renderChecks(checks: readonly Check[]): string {
  return checks
    .map(({ title, of, against }) =>
      [
        `${against.length === 0 ? 'holds' : 'FAILS'}  ${title} (${of})`,
        ...against.slice(0, 5).map((one) => `       ${one}`),
        ...(against.length > 5 ? [`       and ${against.length - 5} more`] : []),
      ].join('\n'),
    )
    .join('\n');
}
