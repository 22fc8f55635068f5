import type { Settings } from '../../contracts/settings';
import type { SpokenFor } from '../../contracts/views';
import type { Mandate } from '../../review/mandate';
import { loadSnapshot } from '../decision-table';
import type { Ports } from '../ports';
import { groupNameIn } from '../records/group-names';

/** What somebody speaks for, by name; a group that the last scan did not find is told by its id. */
export async function tellMandate(
  ports: Ports,
  settings: Settings,
  { idpIds, groups }: Mandate,
): Promise<SpokenFor> {
  const nameOf = (wanted: string): string =>
    settings.identityProviders.find(({ idpId }) => idpId === wanted)?.name ?? wanted;
  const current = groups.length === 0 ? null : await ports.snapshots.current();
  const snapshot = current && (await loadSnapshot(ports, current));
  return {
    providers: idpIds.map((idpId) => ({ idpId, name: nameOf(idpId) })),
    groups: groups.map(({ idpId, groupId }) => ({
      idpId,
      provider: nameOf(idpId),
      groupId,
      groupName: groupNameIn(snapshot, groupId) ?? groupId,
    })),
  };
}
