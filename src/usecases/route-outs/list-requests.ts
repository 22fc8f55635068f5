import type { Output } from '../../contracts/api';
import type { HandedOver, RequestLine, Waiting } from '../../contracts/calls/route-outs';
import { ANSWERS, type GroupProfile, type RequestIssue, type RouteOut } from '../../contracts/route-outs';
import type { IdentityProvider, Settings } from '../../contracts/settings';
import type { Snapshot } from '../../contracts/snapshot';
import type { GroupAtProvider } from '../../review/mandate';
import { mayAnswer } from '../../review/route-outs/answers';
import { heldBack, isUnderWay } from '../../review/route-outs/pace';
import { isInForce } from '../../review/standing';
import { actorOf } from '../authorise';
import { loadSnapshot } from '../decision-table';
import { namePeople } from '../people';
import { movesFor } from '../records/move-record';
import { recordScope } from '../records/record-scope';
import type { CallerContext, Ports, StoredRecord } from '../ports';
import type { StoredRow } from './requests';

/** Everything handed over, by provider: issues with the people in them, and rows that wait for one. */
export async function listRequests(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
): Promise<Output<'requests/list'>> {
  const current = await ports.snapshots.current();
  const snapshot = current && (await loadSnapshot(ports, current));
  const mayI = await recordScope(ports, settings, caller, 'route-out');
  const rows = (await ports.records.listStored('route-out')).filter(
    ({ record }) => mayI(record) && record.state !== 'superseded' && record.state !== 'withdrawn',
  );
  const allIssues = await ports.records.listStored('request-issue');
  const issues = allIssues.filter(({ record }) => mayI(record));
  const now = ports.clock.now();
  const profiles = (await ports.records.list('group-profile')).filter(
    (one) => isInForce(one, now) && issues.some(({ record }) => isSameGroup(one, record)),
  );
  const mentioned = [...new Set([...mentionedIn(rows, issues), ...profiles.flatMap(ownersIn)])];
  const personOf = await namePeople(ports, settings, mentioned);
  const show = rowViewer(snapshot, personOf, {
    actor: actorOf(settings, caller),
    movesOf: movesFor(settings, caller),
  });
  const profileOf = (issue: RequestIssue): RequestLine['profile'] =>
    profiles.find((one) => isSameGroup(one, issue)) ?? null;
  const providers = providersFor(settings, caller).map((provider) => {
    const { idpId, name } = provider;
    const mine = issues.filter(({ record }) => record.idpId === idpId);
    const paced = allIssues.map(({ record }) => record).filter((issue) => issue.idpId === idpId);
    const waiting = rows.filter(
      ({ record }) => record.idpId === idpId && record.issueId === null && record.issueKey === null,
    );
    return {
      idpId,
      name,
      issues: mine
        .map(({ record }) => ({
          issue: record,
          underWay: isUnderWay(record),
          rows: rows.filter((row) => row.record.issueId === record.id).map(show),
          profile: profileOf(record),
        }))
        .sort((a, b) => Number(b.underWay) - Number(a.underWay)),
      waiting: groupWaiting(waiting).map(({ groupId, rows: together }): Waiting => ({
        idpId,
        groupId,
        groupName: together[0]!.record.evidence.groupName ?? groupId,
        rows: together.map(show),
        because: becauseOf(together, heldBack({ issues: paced, rows: together.length, now }, provider.pace)),
      })),
    };
  });
  return { providers, people: mentioned.map(personOf) };
}

/** The providers whose board a person is shown: at the desk those that he speaks for, or for a group of. */
function providersFor({ identityProviders }: Settings, { mandate }: CallerContext): IdentityProvider[] {
  if (mandate === null) return identityProviders;
  const spoken = new Set([...mandate.idpIds, ...mandate.groups.map(({ idpId }) => idpId)]);
  return identityProviders.filter(({ idpId }) => spoken.has(idpId));
}

const isSameGroup = (one: GroupAtProvider, other: GroupAtProvider): boolean =>
  one.idpId === other.idpId && one.groupId === other.groupId;

/** What whoever asks may do with a row. */
interface Reader {
  readonly actor: ReturnType<typeof actorOf>;
  readonly movesOf: (record: RouteOut) => HandedOver['moves'];
}

function rowViewer(
  snapshot: Snapshot | null,
  personOf: (accountId: string) => HandedOver['person'],
  { actor, movesOf }: Reader,
): (stored: StoredRow) => HandedOver {
  return ({ record, version }) => ({
    record,
    version,
    person: personOf(record.row.accountId),
    product: snapshot?.resources.find(({ ari }) => ari === record.row.ari)?.name ?? record.row.ari,
    groupName: record.evidence.groupName ?? record.row.groupId ?? '',
    answers: ANSWERS.filter((says) => mayAnswer(record, says, actor)),
    moves: movesOf(record),
  });
}

function groupWaiting(rows: readonly StoredRow[]): { groupId: string; rows: StoredRow[] }[] {
  const groups = new Map<string, StoredRow[]>();
  for (const stored of rows) {
    const { state, row } = stored.record;
    if (state !== 'ready' && state !== 'needs-owner' && state !== 'needs-profile') continue;
    const groupId = row.groupId ?? '';
    groups.set(groupId, [...(groups.get(groupId) ?? []), stored]);
  }
  return [...groups].map(([groupId, together]) => ({ groupId, rows: together }));
}

function becauseOf(rows: readonly StoredRow[], held: string | null): string {
  const states = new Set(rows.map(({ record }) => record.state));
  if (states.has('needs-owner'))
    return 'Nobody who could be asked has an open account: name an owner under Setup.';
  if (states.has('needs-profile')) return 'The provider is asked first how people get into the group.';
  return held ?? 'Its issue is created with the next look.';
}

/** Everybody whom rows and issues name. */
function mentionedIn(rows: readonly StoredRow[], issues: readonly StoredRecord<RequestIssue>[]): string[] {
  return [
    ...rows.flatMap(({ record }) => [
      record.row.accountId,
      record.recordedBy,
      ...(record.identityOwner === null ? [] : [record.identityOwner]),
      ...record.steps.flatMap(({ by }) => (by === 'seatpath' ? [] : [by])),
    ]),
    ...issues.flatMap(({ record }) => [record.identityOwner, record.recordedBy]),
  ];
}

/** Who owns a group, as its profile names them. */
function ownersIn({ businessOwner, identityOwner }: GroupProfile): string[] {
  return [businessOwner, identityOwner].filter((accountId) => accountId !== null);
}
