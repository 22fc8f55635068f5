import type { Coverage, ScanReport } from '../../../contracts/coverage';
import type { SetupRemark } from '../../../contracts/setup-checks';
import type { Ports } from '../../ports';
import { remark } from './remark';

const DAY_MS = 86_400_000;

/** From when on a scan is old. */
const OLD = {
  days: 8,
  because: 'One is due every week, and the tick that begins it comes once a day (weekly-scan.ts).',
} as const;

/** What the last scan that ended well is worth now: when it was, and what it could not read. Asks nobody outside. */
export async function checkScan(ports: Ports): Promise<SetupRemark[]> {
  const [record, published] = await Promise.all([ports.scans.load(), ports.snapshots.current()]);
  const failed = record?.status === 'failed' ? [remark('scan-failed')] : [];
  if (published === null) {
    return [...failed, remark(record?.status === 'running' ? 'scan-first-running' : 'scan-none')];
  }
  return [
    ...failed,
    ...tellReport(published.report, ports.clock.now()),
    ...tellGaps(published.report.coverage),
  ];
}

function tellReport({ verdict, finishedAt }: ScanReport, now: number): SetupRemark[] {
  const days = Math.floor((now - Date.parse(finishedAt)) / DAY_MS);
  return [
    remark(verdict === 'complete' ? 'scan-complete' : 'scan-partial', { at: finishedAt }),
    ...(days >= OLD.days ? [remark('scan-old', { count: days })] : []),
  ];
}

function tellGaps({
  users,
  groups,
  memberships,
  incompleteGroups,
  scimDirectories,
}: Coverage): SetupRemark[] {
  const gaps: SetupRemark[] = [];
  for (const [code, { seen, expected }] of [
    ['scan-accounts-missing', users],
    ['scan-groups-missing', groups],
  ] as const) {
    if (expected !== null && seen < expected) gaps.push(remark(code, { count: seen, of: expected }));
  }
  if (incompleteGroups.length > 0)
    gaps.push(remark('scan-members-missing', { count: incompleteGroups.length }));
  // Where the API gave no count nothing proves that what was read is all there is.
  if ([users, groups, memberships].some(({ expected }) => expected === null)) {
    gaps.push(remark('scan-uncounted'));
  }
  const unread = Object.entries(scimDirectories).flatMap(([id, state]) => (state === 'failed' ? [id] : []));
  if (unread.length > 0) gaps.push(remark('scan-directories-unread', { names: unread }));
  return gaps;
}
