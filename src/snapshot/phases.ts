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

/**
 * What a phase has to read, given what was read before it. Planned again from the same parts it is the
 * same list, which is what lets a scan go on after a stop with two numbers and a cursor.
 */
export function planPhase(phase: Phase, sources: Sources, collected: Collected, deep: boolean): Task[] {
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
      const accounts = deep ? [...collected.accounts.ids.texts].sort() : accountsThatDoNotAddUp(collected);
      return accountTasks(sources, collected, accounts);
    }
    case 'done':
      return [];
  }
}
