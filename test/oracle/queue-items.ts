import type { OrgFile } from '../../local/org/org-file';
import { leadingSources } from './leading-sources';
import type { Outcome, OutcomeCase, OutcomeRow } from './outcome';
import { COVERABLE, expectedPlaces, hasOneOf, type RowPlace } from './placement';
import type { Sight } from './sight';
import { type SourceAnswer, sourceAnswers } from './standing-decisions';

const DAY_MS = 86_400_000;

/** One thing to decide, in the words of docs/review-cycle.md. */
export interface ExpectedItem {
  readonly class: string;
  readonly finding: string | null;
  readonly outcome: string;
  readonly ari: string | null;
  readonly groupId: string | null;
  readonly cloudId: string | null;
  readonly people: readonly string[];
  readonly seats: number;
  readonly freeable: number;
  readonly since: number | null;
}

export interface ExpectedQueue {
  readonly items: readonly ExpectedItem[];
  readonly places: readonly RowPlace[];
  /** The item that an open row belongs to. */
  readonly itemOf: (place: RowPlace) => ExpectedItem | null;
}

/** A case inside an item, with the rows that are asked to go there. */
interface Inside {
  readonly found: OutcomeCase;
  readonly asked: OutcomeRow[];
}

interface Heading extends Pick<ExpectedItem, 'class' | 'finding' | 'outcome' | 'ari' | 'groupId'> {
  /** Tells ways of coming back apart. */
  readonly reason: string;
}

export interface QueueRules {
  readonly inactiveDays: number;
  /** Since when each seat is known to be held, epoch ms; null where it is not. */
  readonly seatSince: (found: OutcomeCase) => number | null;
}

/** Every item that is open, in no order, and which of them each row is in. */
export function expectedQueue(
  org: OrgFile,
  outcome: Outcome,
  sight: Sight,
  { inactiveDays, seatSince }: QueueRules,
): ExpectedQueue {
  const places = expectedPlaces(org, outcome, sight);
  const sources = sourceAnswers(org, outcome.cases, sight);
  const drafts = new Map<string, { heading: Heading; inside: Inside[] }>();
  const keyOfPlace = new Map<RowPlace, string>();
  const add = (heading: Heading, found: OutcomeCase, asked: readonly OutcomeRow[]): string => {
    const key = JSON.stringify(heading);
    const draft = drafts.get(key) ?? { heading, inside: [] };
    drafts.set(key, draft);
    const known = draft.inside.find((one) => one.found === found);
    if (known === undefined) draft.inside.push({ found, asked: [...asked] });
    else known.asked.push(...asked);
    return key;
  };

  for (const place of places.filter(({ leader }) => leader === null)) {
    const heading = headingAlone(place, sources);
    if (heading !== null) keyOfPlace.set(place, add(heading, place.found, askedOf(place)));
  }
  // Whether a source is wanted is asked also of those whose seat is in question.
  for (const place of places.filter(({ stands }) => stands === 'seat')) {
    if (isAskedOfSource(place, sources)) add(reviewHeading(place, sources), place.found, askedOf(place));
  }
  for (const [found, heading] of seatHeadings(outcome.cases, places, {
    now: sight.now,
    inactiveDays,
    seatSince,
  })) {
    const mine = places.filter((place) => place.found === found && place.stands === 'seat');
    const billing = mine.filter(({ row }) => row.billable === true);
    const key = add(
      heading,
      found,
      billing.map(({ row }) => row),
    );
    for (const place of mine) keyOfPlace.set(place, key);
  }

  const items = new Map(
    [...drafts].map(([key, { heading, inside }]) => [key, count(org, places, heading, inside)]),
  );
  const settings = settingsItems(org, sight);
  return {
    places,
    items: [...items.values(), ...settings],
    itemOf: (place) => items.get(keyOfPlace.get(place.leader ?? place) ?? '') ?? null,
  };
}

const groupIdOf = ({ row }: RowPlace): string | null => row.path.groupId ?? null;

/** What a row that stands for itself belongs to, but for seats, which go as a whole. */
function headingAlone(place: RowPlace, sources: readonly SourceAnswer[]): Heading | null {
  const groupId = groupIdOf(place);
  const { ari } = place.found;
  switch (place.stands) {
    case 'answered':
    case 'seat':
      return null;
    case 'back':
      return { class: 'back', finding: null, outcome: 'free-seats', ari, groupId, reason: place.cause! };
    case 'unknown':
      return {
        class: 'unknown-source',
        finding: 'owner-unknown',
        outcome: groupId === null ? 'free-seats' : 'attest-source',
        ari: groupId === null ? ari : null,
        groupId,
        reason: '',
      };
    case 'review':
      return reviewHeading(place, sources);
    case 'dormant':
      return {
        class: 'dormant',
        finding: 'dormant-path',
        outcome: 'close-dormant',
        ari,
        groupId,
        reason: '',
      };
  }
}

function reviewHeading(place: RowPlace, sources: readonly SourceAnswer[]): Heading {
  const groupId = groupIdOf(place);
  const { ari } = place.found;
  const source = sources.find((one) => one.groupId === groupId && one.ari === ari);
  return {
    class: source?.fell === true ? 'back' : 'source-review',
    finding: place.row.owner === 'default-group' ? 'unproven-default' : 'unproven-local',
    outcome: groupId === null ? 'free-seats' : 'decide-source',
    ari,
    groupId,
    reason: '',
  };
}

/** A row whose seat is in question, through a group of which nobody has said that it is wanted. */
function isAskedOfSource({ row, found }: RowPlace, sources: readonly SourceAnswer[]): boolean {
  if (row.path.via !== 'group' || row.owner === 'idp-owned' || !hasOneOf(row, COVERABLE)) return false;
  const source = sources.find(({ groupId, ari }) => groupId === row.path.groupId && ari === found.ari);
  return !(source?.covers(found.accountId) ?? false);
}

/** What is to go for the seat to be free: in a review only what bills, elsewhere each row of the item. */
function askedOf({ row, stands }: RowPlace): OutcomeRow[] {
  return stands === 'back' || stands === 'dormant' || stands === 'unknown' || row.billable === true
    ? [row]
    : [];
}

/** For each seat in question the item that asks for it: its kind, at the source that leads most of its like. */
function seatHeadings(
  cases: readonly OutcomeCase[],
  places: readonly RowPlace[],
  { now, inactiveDays, seatSince }: QueueRules & { now: number },
): Map<OutcomeCase, Heading> {
  const kinds = new Map<string, { found: OutcomeCase; billing: RowPlace[] }[]>();
  for (const found of cases) {
    const mine = places.filter((place) => place.found === found);
    const open = mine.filter(({ stands }) => stands === 'seat');
    const billing = open.filter(({ row }) => row.billable === true);
    if (billing.length === 0) continue;
    const has = (finding: string): boolean => open.some(({ row }) => row.findings.includes(finding));
    const since = seatSince(found);
    const isOld = since !== null && now - since > inactiveDays * DAY_MS;
    const needed = found.rows.filter((row) => row.billable === true && !isLeaving(mine, row)).length;
    const kind = has('scim-inactive-billable')
      ? 'scim-inactive scim-inactive-billable'
      : has('never-active')
        ? `${isOld ? 'never-active' : 'never-active-age-unknown'} never-active`
        : `${needed === 1 ? 'inactive-one-edit' : 'inactive-more-edits'} inactive-seat`;
    const key = `${kind} ${found.ari}`;
    kinds.set(key, [...(kinds.get(key) ?? []), { found, billing }]);
  }
  const headings = new Map<OutcomeCase, Heading>();
  for (const [key, seats] of kinds) {
    const [itemClass, finding] = key.split(' ');
    const leads = leadingSources(seats.map(({ billing }) => billing.map((one) => groupIdOf(one) ?? '')));
    seats.forEach(({ found }, nth) => {
      headings.set(found, {
        class: itemClass!,
        finding: finding!,
        outcome: 'free-seats',
        ari: found.ari,
        groupId: leads[nth]! === '' ? null : leads[nth]!,
        reason: '',
      });
    });
  }
  return headings;
}

/** Whether it has been decided that a path goes, and nothing says that it did not. */
function isLeaving(places: readonly RowPlace[], row: OutcomeRow): boolean {
  return places.some(
    ({ row: one, stands, record, leader }) =>
      one === row &&
      leader === null &&
      stands === 'answered' &&
      (record!.kind === 'route-out' || record!.kind === 'local-action'),
  );
}

function count(
  org: OrgFile,
  places: readonly RowPlace[],
  heading: Heading,
  inside: readonly Inside[],
): ExpectedItem {
  const frees = heading.outcome === 'free-seats' || heading.outcome === 'close-dormant';
  /** With everything gone that is asked for here, nothing is left that bills or may bill. */
  const becomesFree = ({ found, asked }: Inside): boolean =>
    found.billable === true &&
    asked.length > 0 &&
    asked.every(({ decision }) => decision !== 'hold' && decision !== 'none') &&
    found.rows.every((row) => row.billable === false || asked.includes(row) || isLeaving(places, row));
  const known = inside.flatMap(({ found }) => {
    if (found.lastActive !== 'never' && found.lastActive !== 'unknown') return [Date.parse(found.lastActive)];
    const added = org.users.find(({ accountId }) => accountId === found.accountId)!.addedToOrg;
    return added === undefined ? [] : [Date.parse(added)];
  });
  return {
    class: heading.class,
    finding: heading.finding,
    outcome: heading.outcome,
    ari: heading.ari,
    groupId: heading.groupId,
    cloudId: null,
    people: [...new Set(inside.map(({ found }) => found.accountId))].sort(),
    seats: inside.filter(({ found }) => found.billable === true).length,
    freeable: frees ? inside.filter(becomesFree).length : 0,
    since: known.length === 0 ? null : Math.min(...known),
  };
}

/** A site with a product that bills, whose settings nobody has looked up this quarter. */
function settingsItems(org: OrgFile, { inScope, records }: Sight): ExpectedItem[] {
  const sites = new Set(
    org.resources.filter(({ ari, sandbox }) => inScope(ari) && sandbox !== true).map((one) => one.cloudId),
  );
  for (const record of records) if (record.kind === 'settings-attestation') sites.delete(record.cloudId);
  return [...sites].map((cloudId) => ({
    class: 'settings',
    finding: null,
    outcome: 'attest-settings',
    ari: null,
    groupId: null,
    cloudId,
    people: [],
    seats: 0,
    freeable: 0,
    since: null,
  }));
}
