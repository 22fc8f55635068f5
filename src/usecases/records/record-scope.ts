import type { ProtectionRule, RecordKind, ReviewRecord } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import type { Snapshot } from '../../contracts/snapshot';
import type { DecisionTable } from '../../decision/tell';
import { isSpokenFor } from '../../review/mandate';
import { accountsUnder } from '../../review/protections';
import { actorOf, seesOrganization } from '../authorise';
import { loadSnapshot, tableOf, termsOf } from '../decision-table';
import type { CallerContext, Ports } from '../ports';

/** The product that a record is about; null where it is about a group, an account or the whole organization. */
export function ariOf(record: ReviewRecord): string | null {
  if ('row' in record) return record.row.ari;
  if (record.kind === 'override-attempt') return record.about.ari;
  if ('source' in record) return record.source.ari;
  return record.kind === 'protection' && record.rule.by === 'direct-role' ? record.rule.ari : null;
}

/** The group that a record is about as a whole; null where it is about something else. */
export function groupOf(record: ReviewRecord): string | null {
  if ('groupId' in record) return record.groupId;
  return record.kind === 'protection' && record.rule.by === 'group' ? record.rule.groupId : null;
}

/**
 * Which records of a kind a person may see: all, or those about the site whose Jira he administers, and those of
 * no site. A group that grants products of other sites only is of those sites. A protection that names one person
 * is of the sites where that person holds something; of one who holds nothing anywhere, only whoever decides is told.
 * At the desk these are still fewer: those about what he speaks for.
 */
export async function recordScope(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  kind: RecordKind,
): Promise<(record: ReviewRecord) => boolean> {
  const { mandate } = caller;
  const isMine = (record: ReviewRecord): boolean => mandate === null || isSpokenFor(mandate, record);
  if (seesOrganization(settings, caller)) return isMine;
  const current = await ports.snapshots.current();
  const snapshot = current && (await loadSnapshot(ports, current));
  const table = current && kind === 'protection' ? await tableOf(ports, current, termsOf(settings)) : null;
  const { decides } = actorOf(settings, caller);
  const isHere = (ari: string): boolean => ari.endsWith(`/${caller.cloudId}`);
  return (record) => {
    if (!isMine(record)) return false;
    if (record.kind === 'settings-attestation') return record.cloudId === caller.cloudId;
    if (record.kind === 'protection' && namesOnePerson(record.rule)) {
      const held = table === null ? [] : heldUnder(table, record.rule);
      return held.length === 0 ? decides : held.some(isHere);
    }
    // Prices of what is bought together: for those who see all of it.
    if (record.kind === 'pool' || record.kind === 'invoice-line') return record.members.every(isHere);
    const groupId = groupOf(record);
    if (groupId === null) return isHere(ariOf(record) ?? `/${caller.cloudId}`);
    const granted = snapshot === null ? [] : grantedBy(snapshot, groupId);
    return granted.length === 0 || granted.some(isHere);
  };
}

/** Whether a rule is about one person: a whole address is as good as an account. */
function namesOnePerson(rule: ProtectionRule): boolean {
  return rule.by === 'account' || (rule.by === 'email-pattern' && !rule.pattern.includes('*'));
}

/** The products that the accounts under a rule reach. */
export function heldUnder(table: DecisionTable, rule: ProtectionRule): string[] {
  const accounts = accountsUnder(table, rule);
  const { paths, snapshot } = table;
  const held = new Set<number>();
  for (let c = 0; accounts.size > 0 && c < paths.caseAccount.length; c += 1) {
    if (accounts.has(paths.caseAccount[c]!)) held.add(paths.caseResource[c]!);
  }
  return [...held].map((resource) => snapshot.resources[resource]!.ari);
}

/** The products that a group grants; none where the snapshot does not know it. */
export function grantedBy({ groups, grants, resources }: Snapshot, groupId: string): string[] {
  const group = groups.ids.indexOf(groupId);
  if (group === -1) return [];
  const granted = grants.resource.subarray(grants.offsets[group], grants.offsets[group + 1]);
  return [...granted].map((resource) => resources[resource]!.ari);
}
