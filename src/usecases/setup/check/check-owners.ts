import type { IdentityProvider, Settings } from '../../../contracts/settings';
import type { SetupFinding } from '../../../contracts/setup-checks';
import type { Snapshot } from '../../../contracts/snapshot';
import { sourceOfGroup } from '../../../ownership/witnesses';
import { loadSnapshot } from '../../decision-table';
import type { Ports } from '../../ports';
import { accountStands, targetStands } from './ask-as-app';
import { found } from './found';

/**
 * Whether everything handed over would reach somebody: each provider that the last scan saw is set up, those named
 * for it can be asked, and Jira takes its issues.
 */
export async function checkOwners(ports: Ports, settings: Settings): Promise<SetupFinding[]> {
  const published = await ports.snapshots.current();
  const snapshot = published && (await loadSnapshot(ports, published));
  const findings = snapshot === null ? [found('owners-need-scan')] : tellProviders(settings, snapshot);
  for (const provider of settings.identityProviders) {
    findings.push(...(await checkPeople(ports, provider)), await checkTarget(ports, provider));
  }
  return findings;
}

/** The providers that a scan saw, against those that are set up. */
function tellProviders({ identityProviders }: Settings, snapshot: Snapshot): SetupFinding[] {
  const synced = snapshot.groups.ids.filter((_, group) => sourceOfGroup(snapshot, group) === 'synced').length;
  if (identityProviders.length === 0) {
    return [synced === 0 ? found('owners-none-needed') : found('owners-no-provider', { count: synced })];
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
    ...unknown.map((name) => found('owners-directory-not-set-up', { name })),
    ...unlinked.map(({ name }) => found('owners-unlinked', { name })),
  ];
}

async function checkPeople(
  ports: Ports,
  { name, owners, deputy }: IdentityProvider,
): Promise<SetupFinding[]> {
  const named = [...new Set([...owners, ...(deputy === null ? [] : [deputy])])];
  if (named.length === 0) return [found('owners-nobody', { name })];
  const asked = await Promise.all(
    named.map(async (accountId) => ({ accountId, stands: await accountStands(ports, accountId) })),
  );
  const those = (wanted: (typeof asked)[number]['stands']): string[] =>
    asked.filter(({ stands }) => stands === wanted).map(({ accountId }) => accountId);
  const [active, inactive, untried] = [those('active'), those('inactive'), those('untried')];
  if (inactive.length === named.length) return [found('owners-nobody-active', { name, people: inactive })];
  return [
    ...(inactive.length > 0 ? [found('owners-inactive', { name, people: inactive })] : []),
    ...(untried.length > 0 ? [found('owners-untried', { name, people: untried })] : []),
    ...(active.length > 0 ? [found('owners-active', { name, people: active })] : []),
    // With a single one, what is handed over waits for nobody the day he leaves.
    ...(active.length === 1 && untried.length === 0 ? [found('owners-alone', { name, people: active })] : []),
  ];
}

async function checkTarget(
  ports: Ports,
  { name, projectKey, issueTypeId }: IdentityProvider,
): Promise<SetupFinding> {
  if (projectKey === null || issueTypeId === null) return found('owners-no-target', { name });
  const about = { name, project: projectKey };
  switch (await targetStands(ports, { projectKey, issueTypeId })) {
    case 'accepted':
      return found('owners-target-accepted', about);
    case 'project-refused':
      return found('owners-target-refused', about);
    case 'type-refused':
      return found('owners-type-refused', about);
    case 'untried':
      return found('owners-target-untried', about);
  }
}
