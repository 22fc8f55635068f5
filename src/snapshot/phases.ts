import { auditTask } from './audit-task';
import { type Collected, mayGrant } from './collected';
import { accountsThatDoNotAddUp, addsUp, countMembers, unlistedGroups } from './completeness';
import type { Phase } from './scan-state';
import {
  accountTasks,
  grantTasks,
  groupTasks,
  memberTasks,
  organizationTasks,
  recountTasks,
  scimTasks,
  type Sources,
  type Task,
  userTasks,
} from './tasks';

/** How much a scan is asked to read beyond what every scan reads. */
export interface Wanted {
  /** Every account's role assignments. */
  readonly deep: boolean;
  /** Epoch ms that the audit log is read back to; null where it is not asked for. */
  readonly auditSince: number | null;
}

/**
 * What a phase has to read, given what was read before it. Planned again from the same parts it is the
 * same list, which is what lets a scan go on after a stop with two numbers and a cursor.
 */
export function planPhase(phase: Phase, sources: Sources, collected: Collected, wanted: Wanted): Task[] {
  switch (phase) {
    case 'organization':
      return organizationTasks(sources);
    case 'groups':
      return groupTasks(sources, collected);
    case 'read':
      return [...userTasks(sources, collected), ...scimTasks(sources), ...grantTasks(sources, collected)];
    case 'recount': {
      const odd = countMembers(collected).filter((count) => !addsUp(count));
      return recountTasks(
        sources,
        [...odd.map((count) => count.groupId), ...unlistedGroups(collected)].sort(),
      );
    }
    case 'completeness': {
      const odd = countMembers(collected).filter((count) => !addsUp(count));
      const groups = odd.map((count) => count.groupId).filter((id) => mayGrant(collected, id));
      return [...memberTasks(sources, collected, groups), ...grantTasks(sources, collected)];
    }
    case 'accounts': {
      const accounts = wanted.deep
        ? [...collected.accounts.ids.texts].sort()
        : accountsThatDoNotAddUp(collected);
      return accountTasks(sources, collected, accounts);
    }
    // Last, and alone: its few calls a minute must hold nothing else up.
    case 'history':
      return wanted.auditSince === null ? [] : [auditTask(sources.organization, wanted.auditSince)];
    case 'done':
      return [];
  }
}
