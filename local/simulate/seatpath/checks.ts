import type { RouteOut, RouteOutState } from '../../../src/contracts/route-outs';
import { seatKey } from '../truth';
import type { SeatpathRun } from './run';

/** One thing that must hold of a run, and what there is against it. */
export interface Check {
  readonly title: string;
  /** How much was looked at. */
  readonly of: number;
  readonly against: readonly string[];
}

const DAY_MS = 86_400_000;
/** Scans that have to show a seat gone before it is settled: the first, and two later ones. */
const SCANS_TO_SETTLE = 3;
/** Within so many days nobody has looked yet whether what was said is so. */
const LOOKED_AFTER_DAYS = 2;

/** Everything that must hold of Seatpath, each told by what is true of the organization. */
export function checkRun(run: SeatpathRun): Check[] {
  return [
    everyRowIsWhereTheWorldIs(run),
    noRowIsLost(run),
    oneIssuePerIntent(run),
    everyReturnIsFoundWithItsWay(run),
    settledIsFree(run),
    everyFreedSeatIsSettled(run),
    ledgerAddsUp(run),
    nobodyIsHit(run),
  ];
}

const routeOutsOf = ({ routeOuts }: SeatpathRun): RouteOut[] =>
  routeOuts.flatMap(({ record }) => (record.kind === 'route-out' ? [record] : []));

/** The states that a row may be in, by what its identity owner said last and whether the membership is there. */
function impliedStates(run: SeatpathRun, row: RouteOut): readonly RouteOutState[] {
  const { desk, asked } = run;
  const isThere = desk.org.world.membersOf(row.row.groupId ?? '').has(row.row.accountId);
  const about = asked.find(
    ({ issueKey, accountId }) => issueKey === row.issueKey && accountId === row.row.accountId,
  );
  if (row.state === 'superseded' || row.state === 'withdrawn') return [row.state];
  // Once confirmed it stays so: what comes back is another row’s story.
  if (!isThere) return ['confirmed'];
  if (about === undefined) return ['ready', 'needs-owner', 'needs-profile', 'confirmed'];
  const wasOut = run.changes.some(
    ({ to, groupId, accountId }) => to === 'in' && groupId === about.groupId && accountId === about.accountId,
  );
  switch (about.says) {
    case null:
      return ['sent'];
    case 'accepted':
    case 'planned':
      return ['acknowledged'];
    case 'done': {
      if (wasOut) return ['confirmed'];
      const isFresh = desk.clock.now() - about.saidAt! < LOOKED_AFTER_DAYS * DAY_MS;
      return isFresh ? ['done-claimed'] : ['not-confirmed'];
    }
    case 'needs-access':
    case 'on-leave':
    case 'service-account':
    case 'not-mine':
      return ['disputed'];
  }
}

function everyRowIsWhereTheWorldIs(run: SeatpathRun): Check {
  const rows = routeOutsOf(run);
  return {
    title: 'every handed-over row is in the state that the world implies',
    of: rows.length,
    against: rows.flatMap((row) => {
      const implied = impliedStates(run, row);
      if (implied.includes(row.state)) return [];
      return [`${row.row.accountId} in ${row.evidence.groupName ?? ''} (${row.issueKey ?? 'no issue'}): ${row.state}, not ${implied.join(' or ')}`]; // prettier-ignore
    }),
  };
}

function noRowIsLost(run: SeatpathRun): Check {
  const now = new Set(routeOutsOf(run).map(({ id }) => id));
  const known = new Set(routeOutsOf(run).map(({ issueKey, row }) => `${issueKey ?? ''} ${row.accountId}`));
  return {
    title: 'no row is lost: each that was recorded is there, and each person asked about has one',
    of: run.met.size + run.asked.length,
    against: [
      ...[...run.met].filter((id) => !now.has(id)),
      ...run.asked.flatMap(({ issueKey, accountId }) =>
        known.has(`${issueKey} ${accountId}`) ? [] : [`${accountId} in ${issueKey}`],
      ),
    ],
  };
}

function oneIssuePerIntent({ desk }: SeatpathRun): Check {
  const intents = new Map<string, string[]>();
  for (const { key, properties } of desk.org.world.issues()) {
    const property = properties.get('seatpath') as { intent?: string } | undefined;
    if (property?.intent === undefined) continue;
    intents.set(property.intent, [...(intents.get(property.intent) ?? []), key]);
  }
  return {
    title: 'no intent has two issues',
    of: intents.size,
    against: [...intents].flatMap(([intent, keys]) => (keys.length > 1 ? [`${intent}: ${keys.join(', ')}`] : [])), // prettier-ignore
  };
}

/** A seat that was seen gone and came back before a later scan has to be told, with the way it took. */
function everyReturnIsFoundWithItsWay({ savings, returns, scans }: SeatpathRun): Check {
  const lastScan = scans.at(-1)?.at ?? 0;
  const against: string[] = [];
  let of = 0;
  for (const { saving } of savings) {
    if (saving.observed === null) continue;
    const seat = { accountId: saving.seat.accountId, ari: saving.seat.ari! };
    const gone = Date.parse(saving.observed.at);
    const back = returns.find((one) => seatKey(one) === seatKey(seat) && one.at > gone);
    const told = saving.returned;
    if (back === undefined && told === null) continue;
    of += 1;
    if (back === undefined) against.push(`${seatKey(seat)}: told as back by ${told!.way}, and it is not`);
    else if (told === null) {
      const leftAgain = scans.some(({ at, held }) => at > back.at && held.has(seatKey(seat)));
      if (back.at < lastScan && leftAgain)
        against.push(`${seatKey(seat)}: came back by ${back.way}, not told`);
    } else if (told.way !== back.way) against.push(`${seatKey(seat)}: ${told.way}, not ${back.way}`);
  }
  return { title: 'every seat that came back is found, with the way it took', of, against };
}

const isSettled = ({ saving }: SeatpathRun['savings'][number]): boolean =>
  saving.state === 'settled' || saving.state === 'invoiced';
const keyOf = ({ saving: { seat } }: SeatpathRun['savings'][number]): string =>
  seatKey({ accountId: seat.accountId, ari: seat.ari! });

function settledIsFree({ savings, desk }: SeatpathRun): Check {
  const settled = savings.filter(isSettled);
  return {
    title: 'every settled saving is a seat that is truly free',
    of: settled.length,
    against: settled
      .filter(({ saving: { seat } }) => desk.org.world.holdsSeat(seat.accountId, seat.ari!))
      .map(keyOf),
  };
}

function everyFreedSeatIsSettled({ savings, freed, scans, desk }: SeatpathRun): Check {
  const settled = new Set(savings.filter(isSettled).map(keyOf));
  const last = scans.slice(-SCANS_TO_SETTLE);
  const due = [...freed].filter(
    ([key, { at, accountId, ari }]) =>
      last.length === SCANS_TO_SETTLE &&
      at < last[0]!.at &&
      last.every(({ held }) => !held.has(key)) &&
      !desk.org.world.holdsSeat(accountId, ari),
  );
  return {
    title: 'every seat that a decision freed, and that three scans saw gone, is settled',
    of: due.length,
    against: due.flatMap(([key]) => (settled.has(key) ? [] : [key])),
  };
}

/** Opening + joiners − freed + re-added ± other = closing, of every pool and week. */
function ledgerAddsUp({ statements }: SeatpathRun): Check {
  return {
    title: 'the lines of every statement add up',
    of: statements.length,
    against: statements.flatMap(({ statement: one }) =>
      one.opening + one.joiners - one.freed + one.readded + one.other === one.closing
        ? []
        : [`${one.poolId} at ${one.to.at}`],
    ),
  };
}

function nobodyIsHit({ outcome }: SeatpathRun): Check {
  const { protectedHit, leaveHit, wrongOwners } = outcome;
  return {
    title: 'no protected account and nobody on leave lost a seat, and nobody was asked who does not own it',
    of: outcome.edits + (wrongOwners ?? 0),
    against: [
      ...(protectedHit > 0 ? [`${protectedHit} protected accounts`] : []),
      ...(leaveHit > 0 ? [`${leaveHit} people on leave`] : []),
      ...((wrongOwners ?? 0) > 0 ? [`${wrongOwners} wrong owners`] : []),
    ],
  };
}
