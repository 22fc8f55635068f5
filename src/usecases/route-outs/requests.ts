import type { GroupProfile, RequestIssue, RouteOut } from '../../contracts/route-outs';
import { isInForce } from '../../review/standing';
import { isFinal, type MoveName } from '../../review/states/machine';
import { take } from '../../review/states/step';
import { recordStates } from '../../review/states/tables';
import type { Ports, StoredRecord } from '../ports';

export type StoredRequest = StoredRecord<RequestIssue>;
export type StoredRow = StoredRecord<RouteOut>;

/** Moves a record as the app, with whatever else changes at that moment. Throws `Conflict`. */
export async function moveAsApp<R extends RequestIssue | RouteOut>(
  ports: Ports,
  { record, version }: StoredRecord<R>,
  move: MoveName,
  { note, change = {} }: { note: string; change?: Partial<R> },
): Promise<StoredRecord<R>> {
  const at = new Date(ports.clock.now()).toISOString();
  const moved: R = { ...take(record, move, { at, by: 'seatpath', note }), ...change };
  await ports.records.save(moved, version);
  return { record: moved, version: version + 1 };
}

/** Changes what is known of a record without a step of its state. Throws `Conflict`. */
export async function note<R extends RequestIssue | RouteOut>(
  ports: Ports,
  { record, version }: StoredRecord<R>,
  change: Partial<R>,
): Promise<StoredRecord<R>> {
  const noted: R = { ...record, ...change };
  await ports.records.save(noted, version);
  return { record: noted, version: version + 1 };
}

export const isRowUnderWay = ({ state }: RouteOut): boolean => !isFinal(recordStates['route-out'], state);

/** The rows that an issue carries, those that came to their end too; withdrawn ones it no longer speaks of. */
export async function rowsOf(ports: Ports, { id }: RequestIssue): Promise<StoredRow[]> {
  const rows = await ports.records.listStored('route-out');
  return rows.filter(
    ({ record }) => record.issueId === id && record.state !== 'withdrawn' && record.state !== 'superseded',
  );
}

/** The rows that an issue is about: those that it carries, or that wait for the group’s profile. */
export async function rowsAskedFor(ports: Ports, request: RequestIssue): Promise<StoredRow[]> {
  if (request.request !== 'profile') return rowsOf(ports, request);
  return (await ports.records.listStored('route-out')).filter(
    ({ record: { state, idpId, row } }) =>
      state === 'needs-profile' && idpId === request.idpId && row.groupId === request.groupId,
  );
}

/** New rows join an issue until the identity owner works on it. */
export const takesRows = ({ state }: RequestIssue): boolean =>
  state === 'wanted' || state === 'asked' || state === 'unknown' || state === 'open';

/** What is known of a group at a provider; null where nobody said it yet. */
export async function profileOf(
  ports: Ports,
  { idpId, groupId }: { idpId: string; groupId: string | null },
): Promise<GroupProfile | null> {
  const profiles = await ports.records.list('group-profile');
  const now = ports.clock.now();
  return (
    profiles.find((one) => one.idpId === idpId && one.groupId === groupId && isInForce(one, now)) ?? null
  );
}
