import type { Cycle } from '../contracts/cycles';
import type { ItemClass, QueueItem } from '../contracts/queue';
import { adfDocument, bullets, heading, paragraph, strong, table, text } from './adf';

/** The classes in the words of a line of the digest. */
const CLASS_WORDS: Readonly<Record<ItemClass, string>> = {
  back: 'Open again',
  'scim-inactive': 'Deactivated at the identity provider, still billed',
  'inactive-one-edit': 'Unused, one edit frees the seat',
  'never-active': 'Never used',
  'inactive-more-edits': 'Unused, several edits free the seat',
  'unknown-source': 'Groups whose owner nobody knows',
  'source-review': 'Sources that nobody has decided',
  settings: 'Site settings to look up',
  dormant: 'Dormant paths',
  'never-active-age-unknown': 'Never used, age of the seat unknown',
};

const weekOf = ({ id }: Cycle): string => id.replace('cycle-', '');

export function digestSummary(cycle: Cycle): string {
  const { queue } = cycle.opening!;
  return `License review ${weekOf(cycle)}: ${queue.items} items, ${queue.freeable} seats could be free`;
}

/** What there is to decide this week, in numbers: no name, no account. */
export function digestDescription(
  cycle: Cycle,
  items: readonly QueueItem[],
): Readonly<Record<string, unknown>> {
  const { queue, backlog, verdict, voided, sourcesChanged, endingSoon, seats, seatsWithIntent } =
    cycle.opening!;
  const classes = [...new Set(items.map((item) => item.class))];
  const rows = classes.map((name) => {
    const inside = items.filter((item) => item.class === name);
    const sum = (count: (item: QueueItem) => number): string =>
      String(inside.reduce((total, item) => total + count(item), 0));
    return [
      [text(CLASS_WORDS[name])],
      [text(String(inside.length))],
      [text(sum((item) => item.seats))],
      [text(sum((item) => item.freeable))],
    ];
  });
  return adfDocument(
    paragraph(
      text('This week’s review is open: '),
      strong(`${queue.items} items`),
      text(`, with ${queue.freeable} seats that could become free. `),
      text(`Behind it wait ${backlog.items} items with ${backlog.seats} seats.`),
    ),
    ...(verdict === 'partial'
      ? [paragraph(text('The scan was partial: what it could not read is listed on the page.'))]
      : []),
    ...(rows.length === 0 ? [] : [table(['To decide', 'Items', 'Seats', 'Could be free'], rows)]),
    heading('Where it stands'),
    bullets([
      [
        text(
          `${seatsWithIntent} of ${seats} billed seats have no default or local path that nobody has answered for.`,
        ),
      ],
      [text(`${voided.length} standing decisions no longer hold.`)],
      [text(`${sourcesChanged.length} sources have another owner or default flag than at the last review.`)],
      [text(`${endingSoon.length} decisions end before the next review: say again whether they are wanted.`)],
    ]),
    paragraph(
      text('Decide under Jira settings → Apps → Seatpath → Review. What nobody decides is carried over.'),
    ),
  );
}
