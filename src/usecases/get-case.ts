import type { Input } from '../contracts/api';
import type { DecisionCase, DecisionRow } from '../contracts/decisions';
import type { RowDecision, SourceAttestation } from '../contracts/records';
import type { Settings } from '../contracts/settings';
import type { CaseView, RowView } from '../contracts/case-views';
import { tellPath } from '../access/sentence';
import { factsToCheck, suggest, tellFreeing, tellLane, whyOf } from '../decision/advice';
import { entryCauseOf, type RowEntry, tellEntry } from '../decision/entry-cause';
import { tellFacts } from '../decision/four-facts';
import { caseTeller, type DecisionTable, instantOf } from '../decision/tell';
import { ownershipRules } from '../ownership/rules';
import { openBook } from '../review/book';
import { missingEvidence } from '../review/missing-evidence';
import { permittedOutcomes } from '../review/outcomes';
import { predictEdit } from '../review/overrides/edit-by-hand';
import { proposedException } from '../review/route-outs/proposed-exception';
import { isSettled } from '../review/standing';
import { subjectOfRow } from '../review/subjects';
import { showActivity } from './activity';
import { currentTable, findCase, visibleResources } from './decision-table';
import { namePeople } from './people';
import type { CallerContext, Ports } from './ports';
import { tellHandOver } from './records/hand-over';
import { movesFor } from './records/move-record';
import { protectionsNow } from './records/protections-now';
import { recordsByCase } from './records/records-by-case';
import { missingForRouteOut } from './records/route-out-readiness';

/** What a record of this row would keep (S5, CL4). */
const PROOF = [
  'The path with its roles, its owner and the rule that said so.',
  'The facts of the scan, and how complete it was.',
  'The account’s own role assignments, read at that moment.',
  'Who decided, when and why.',
];

/** One account on one product: every path told, owned and explained, with what may be decided about it. */
export async function getCase(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { accountId, ari }: Input<'cases/get'>,
): Promise<CaseView> {
  const current = await currentTable(ports, settings);
  const { table, published } = current;
  const c = findCase(current, visibleResources(table, settings, caller), accountId, ari);
  const told = caseTeller(table)(c);
  const shown = hideDates(told, settings);
  const product = table.snapshot.resources[table.paths.caseResource[c]!]!.name;
  const { records } = (await recordsByCase(ports))(accountId, ari);
  const boundaries = await ports.records.list('boundary-exception');
  const book = openBook(await ports.records.list('source-attestation'), ports.clock.now());
  const namedInRecords = records.flatMap((record) => [
    record.recordedBy,
    ...record.steps.flatMap(({ by }) => (by === 'seatpath' ? [] : [by])),
    ...('ownedBy' in record ? [record.ownedBy] : []),
    ...('identityOwner' in record && record.identityOwner !== null ? [record.identityOwner] : []),
  ]);
  const attestationOf = ({ owner, path }: DecisionRow): SourceAttestation | null =>
    owner === 'unknown' ? (book.attestations.get(path.groupId ?? '') ?? null) : null;
  const handOvers = await Promise.all(
    told.rows.map((row) => tellHandOver(ports, settings, row, attestationOf(row))),
  );
  const mentioned = [...namedInRecords, ...handOvers.flatMap((to) => to?.asked ?? [])];
  const entries = told.rows.map((_, i) => entryCauseOf(table, table.paths.rowStart[c]! + i));
  const actors = entries.flatMap((entry) => entry?.actor ?? []).filter((actor) => isAccount(table, actor));
  const personOf = await namePeople(ports, settings, [accountId, ...mentioned, ...actors]);
  const person = personOf(accountId);
  const nameOf = (actor: string): string =>
    actors.includes(actor) ? (personOf(actor).name ?? `account ${actor}`) : actor;
  const facts = tellFacts(told);
  const stored = await Promise.all(
    told.rows.map(({ path }) =>
      ports.records.newest(subjectOfRow({ accountId, ari, via: path.via, groupId: path.groupId ?? null })),
    ),
  );
  const movesOf = movesFor(settings, caller);
  const rowView = (row: DecisionRow, i: number): RowView => {
    const entry = entries[i] ?? null;
    const rule = ownershipRules.find((one) => one.id === row.rule)!;
    const groupId = row.path.groupId ?? null;
    const ofThisRow = (record: RowDecision): boolean =>
      record.row.via === row.path.via && record.row.groupId === groupId;
    const decisions = records.filter(ofThisRow);
    const newest = stored[i] ?? null;
    const attested = attestationOf(row);
    return {
      row,
      via: row.path.via,
      groupId,
      sentence: tellPath(person.name ?? 'The account', product, row),
      entry: entry && entryView(entry, nameOf),
      lane: tellLane(row),
      suggestion: suggest(row),
      why: whyOf(row),
      source: { url: rule.source, checked: rule.checked },
      outcomes: [...permittedOutcomes(row, attested)],
      missingForRouteOut:
        row.owner === 'idp-owned' || attested?.says === 'idp'
          ? [
              ...missingForRouteOut(settings, row, attested),
              ...missingEvidence('route-out', row, published.report),
            ]
          : [],
      handOver: handOvers[i] ?? null,
      check: factsToCheck(told, row, entry),
      proof: PROOF,
      records: decisions,
      decided: decisions[0] !== undefined && isSettled(decisions[0], ports.clock.now()),
      next: newest === null ? null : { version: newest.version, moves: movesOf(newest.record) },
      editByHand: predictEdit(row),
      boundary:
        boundaries.find(
          (one) => subjectOfRow(one.row) === subjectOfRow({ accountId, ari, via: row.path.via, groupId }),
        ) ?? null,
      proposed: proposedException(decisions[0], ports.clock.now()),
    };
  };
  return {
    person,
    product,
    case: shown,
    activity: showActivity(
      table.columns.caseLastActive[c]!,
      Date.parse(published.report.finishedAt),
      settings.review.activityShownAs,
    ),
    protectedAs: (await protectionsNow(ports, table))(table.paths.caseAccount[c]!)?.class ?? null,
    facts: {
      identity: { scim: told.identity.scim, sentence: facts.identity },
      account: { sentence: facts.account },
      productAccess: { sentence: facts.productAccess },
      groups: told.rows.flatMap(({ path, owner }) =>
        path.groupId === undefined ? [] : [{ groupId: path.groupId, name: path.groupName ?? '', owner }],
      ),
    },
    freeing: tellFreeing(told),
    rows: told.rows.map(rowView),
    people: [...new Set(mentioned)].map(personOf),
  };
}

/** Whether an actor of the audit log is one of the organization's accounts, and no word of the system. */
function isAccount({ snapshot }: DecisionTable, actor: string): boolean {
  return snapshot.accounts.ids.includes(actor);
}

function entryView(entry: RowEntry, nameOf: (actor: string) => string): NonNullable<RowView['entry']> {
  return {
    cause: entry.cause,
    at: entry.at === null ? null : instantOf(entry.at),
    actor: entry.actor,
    sentence: tellEntry(entry, nameOf),
  };
}

/** Where the owner chose buckets, the exact time of last activity does not leave the server. */
function hideDates(one: DecisionCase, settings: Settings): DecisionCase {
  const isDate = one.lastActive !== 'never' && one.lastActive !== 'unknown';
  return settings.review.activityShownAs === 'buckets' && isDate ? { ...one, lastActive: 'hidden' } : one;
}
