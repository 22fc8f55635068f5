import type { AccessException, ReviewRecord, RouteOut } from '../contracts/records';
import type { Ports } from './ports';

export interface CaseRecords {
  readonly routeOuts: readonly RouteOut[];
  readonly exceptions: readonly AccessException[];
  readonly counts: { readonly routeOuts: number; readonly exceptions: number };
}

/** Looks up the records made about one account on one product. */
export async function recordsByCase(ports: Ports): Promise<(accountId: string, ari: string) => CaseRecords> {
  const [routeOuts, exceptions] = await Promise.all([
    ports.records.list('route-out'),
    ports.records.list('exception'),
  ]);
  const byCase = new Map<string, ReviewRecord[]>();
  for (const record of [...routeOuts, ...exceptions]) {
    const key = `${record.row.accountId}\n${record.row.ari}`;
    byCase.set(key, [...(byCase.get(key) ?? []), record]);
  }
  return (accountId, ari) => {
    const here = byCase.get(`${accountId}\n${ari}`) ?? [];
    const sent = here.filter((record) => record.kind === 'route-out');
    const excepted = here.filter((record) => record.kind === 'exception');
    return {
      routeOuts: sent,
      exceptions: excepted,
      counts: { routeOuts: sent.length, exceptions: excepted.length },
    };
  };
}
