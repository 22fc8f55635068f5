import type { Settings } from '../contracts/settings';
import type { Snapshot } from '../contracts/snapshot';
import { buildDecisionTable } from '../decision/build';
import type { DecisionTable } from '../decision/tell';
import { seesOrganization } from './authorise';
import { UseCaseError } from './errors';
import { openOrganization } from './organization-access';
import type { CallerContext, Ports, Published } from './ports';

export interface CurrentTable {
  readonly published: Published;
  readonly table: DecisionTable;
}

/** What the last published scan amounts to under today's settings. Decided as of the scan, so that it stays the same. */
export async function currentTable(ports: Ports, settings: Settings): Promise<CurrentTable> {
  const published = await ports.snapshots.current();
  if (published === null) {
    await openOrganization(ports, settings);
    throw new UseCaseError('NO_SNAPSHOT', 'No scan has finished yet. Start one.');
  }
  return { published, table: await tableOf(ports, published, termsOf(settings)) };
}

/** What a snapshot is decided under, besides itself. */
export interface TableTerms {
  readonly inactiveDays: number;
  readonly plans: Settings['plans'];
}

export const termsOf = ({ review, plans }: Settings): TableTerms => ({
  inactiveDays: review.inactiveDays,
  plans,
});

/** A published scan, decided under given terms as of its own time; built once for as long as this process lives. */
export function tableOf(
  ports: Ports,
  published: Published,
  { inactiveDays, plans }: TableTerms,
): Promise<DecisionTable> {
  const basis = [published.scanId, inactiveDays, JSON.stringify(plans)].join(' ');
  return ports.remember(`table ${basis}`, async () =>
    buildDecisionTable(await loadSnapshot(ports, published), {
      now: Date.parse(published.report.finishedAt),
      inactiveDays,
      plans: new Map(plans.map(({ ari, plan }) => [ari, plan])),
    }),
  );
}

/** The snapshot of a published scan, decoded once for as long as this process lives. */
export function loadSnapshot(ports: Ports, { scanId }: Published): Promise<Snapshot> {
  return ports.remember(`snapshot ${scanId}`, () => ports.snapshots.load(scanId));
}

/** Whether a person may see a product: all of them, or those of the site that the app is installed on. */
export function visibleResources(
  table: DecisionTable,
  settings: Settings,
  caller: CallerContext,
): (resource: number) => boolean {
  if (seesOrganization(settings, caller)) return () => true;
  const here = table.snapshot.resources.map(({ ari }) => ari.endsWith(`/${caller.cloudId}`));
  return (resource) => here[resource] === true;
}

/** The index of a case the person may see. Throws NOT_FOUND. */
export function findCase(
  { table }: CurrentTable,
  visible: (resource: number) => boolean,
  accountId: string,
  ari: string,
): number {
  const { snapshot, paths } = table;
  const account = snapshot.accounts.ids.indexOf(accountId);
  const resource = snapshot.resources.findIndex((one) => one.ari === ari);
  const found =
    account === -1 || resource === -1 || !visible(resource)
      ? -1
      : paths.caseAccount.findIndex((one, c) => one === account && paths.caseResource[c] === resource);
  if (found === -1)
    throw new UseCaseError('NOT_FOUND', 'The last scan found no such account on this product.');
  return found;
}
