import type { IdentityProvider, Settings } from '../../../contracts/settings';
import type { SetupRemark } from '../../../contracts/setup-checks';
import type { Snapshot } from '../../../contracts/snapshot';
import { sourceOfGroup } from '../../../ownership/witnesses';
import { loadSnapshot } from '../../decision-table';
import type { Ports } from '../../ports';
import { accountStands, targetStands } from './ask-as-app';
import { remark } from './remark';

/**
 * Whether everything handed over would reach somebody: each provider that the last scan saw is set up, those named
 * for it can be asked, and Jira takes its issues.
 */
export async function checkOwners(ports: Ports, settings: Settings): Promise<SetupRemark[]> {
  const published = await ports.snapshots.current();
  const snapshot = published && (await loadSnapshot(ports, published));
  const remarks = snapshot === null ? [remark('owners-need-scan')] : tellProviders(settings, snapshot);
  for (const provider of settings.identityProviders) {
    remarks.push(...(await checkPeople(ports, provider)), await checkTarget(ports, provider));
  }
  return remarks;
}

/** The providers that a scan saw, against those that are set up. */
function tellProviders({ identityProviders }: Settings, snapshot: Snapshot): SetupRemark[] {
  const synced = snapshot.groups.ids.filter((_, group) => sourceOfGroup(snapshot, group) === 'synced').length;
  if (identityProviders.length === 0) {
    return [synced === 0 ? remark('owners-none-needed') : remark('owners-no-provider', { count: synced })];
  }
  const { scimDirectories } = snapshot.coverage;
  const setUp = new Set(identityProviders.map(({ idpId }) => idpId));
  const unknown = Object.keys(scimDirectories).filter((id) => !setUp.has(id));
  // Of several providers, only a directory that was read tells which one writes a group (route-out-readiness.ts).
  const unlinked =
    identityProviders.length === 1
      ? []
      : identityProviders.filter(({ idpId }) => scimDirectories[idpId] !== 'read');
  return [
    ...unknown.map((name) => remark('owners-directory-not-set-up', { name })),
    ...unlinked.map(({ name }) => remark('owners-unlinked', { name })),
  ];
}

async function checkPeople(ports: Ports, { name, owners, deputy }: IdentityProvider): Promise<SetupRemark[]> {
  const named = [...new Set([...owners, ...(deputy === null ? [] : [deputy])])];
  if (named.length === 0) return [remark('owners-nobody', { name })];
  const asked = await Promise.all(
    named.map(async (accountId) => ({ accountId, stands: await accountStands(ports, accountId) })),
  );
  const those = (wanted: (typeof asked)[number]['stands']): string[] =>
    asked.filter(({ stands }) => stands === wanted).map(({ accountId }) => accountId);
  const [active, inactive, untried] = [those('active'), those('inactive'), those('untried')];
  if (inactive.length === named.length) return [remark('owners-nobody-active', { name, people: inactive })];
  return [
    ...(inactive.length > 0 ? [remark('owners-inactive', { name, people: inactive })] : []),
    ...(untried.length > 0 ? [remark('owners-untried', { name, people: untried })] : []),
    ...(active.length > 0 ? [remark('owners-active', { name, people: active })] : []),
    // With a single one, what is handed over waits for nobody the day he leaves.
    ...(active.length === 1 && untried.length === 0
      ? [remark('owners-alone', { name, people: active })]
      : []),
  ];
}

async function checkTarget(
  ports: Ports,
  { name, projectKey, issueTypeId }: IdentityProvider,
): Promise<SetupRemark> {
  if (projectKey === null || issueTypeId === null) return remark('owners-no-target', { name });
  const about = { name, project: projectKey };
  switch (await targetStands(ports, { projectKey, issueTypeId })) {
    case 'accepted':
      return remark('owners-target-accepted', about);
    case 'project-refused':
      return remark('owners-target-refused', about);
    case 'type-refused':
      return remark('owners-type-refused', about);
    case 'untried':
      return remark('owners-target-untried', about);
  }
}
