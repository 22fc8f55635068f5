import type { ReviewRecord } from '../contracts/records';
import type { Settings } from '../contracts/settings';
import type { ExceptionLine, RouteOutLine } from '../contracts/views';
import { hasExpired } from '../review/expiry';
import { seesOrganization } from './authorise';
import { loadSnapshot } from './decision-table';
import { namePeople } from './people';
import type { CallerContext, Ports } from './ports';

/** Records about products that the person may see, and the names of those products. */
async function visibleRecords<K extends ReviewRecord['kind']>(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  kind: K,
): Promise<{ records: Extract<ReviewRecord, { kind: K }>[]; productOf: (ari: string) => string }> {
  const current = await ports.snapshots.current();
  const snapshot = current && (await loadSnapshot(ports, current));
  const names = new Map((snapshot?.resources ?? []).map((resource) => [resource.ari, resource.name]));
  const all = (await ports.records.list(kind)) as Extract<ReviewRecord, { kind: K }>[];
  const everywhere = seesOrganization(settings, caller.accountId);
  return {
    records: all.filter((record) => everywhere || record.row.ari.endsWith(`/${caller.cloudId}`)),
    productOf: (ari) => names.get(ari) ?? ari,
  };
}

export async function listRouteOuts(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
): Promise<RouteOutLine[]> {
  const { records, productOf } = await visibleRecords(ports, settings, caller, 'route-out');
  const mentioned = records.flatMap((record) => [record.row.accountId, record.identityOwner ?? []].flat());
  const personOf = await namePeople(ports, settings, mentioned);
  return records.map((record) => ({
    record,
    person: personOf(record.row.accountId),
    product: productOf(record.row.ari),
    identityOwner: record.identityOwner === null ? null : personOf(record.identityOwner),
  }));
}

export async function listExceptions(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
): Promise<ExceptionLine[]> {
  const { records, productOf } = await visibleRecords(ports, settings, caller, 'exception');
  const personOf = await namePeople(
    ports,
    settings,
    records.flatMap((record) => [record.row.accountId, record.ownedBy]),
  );
  return records.map((record) => ({
    record,
    person: personOf(record.row.accountId),
    product: productOf(record.row.ari),
    ownedBy: personOf(record.ownedBy),
    expired: hasExpired(record.expiresOn, ports.clock.now()),
  }));
}
