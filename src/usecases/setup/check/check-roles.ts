import type { Settings } from '../../../contracts/settings';
import type { SetupRemark } from '../../../contracts/setup-checks';
import type { Ports } from '../../ports';
import { accountStands } from './ask-as-app';
import { remark } from './remark';

/** Nobody approves their own request (review/states/machine.ts): it takes so many who decide. */
const ENOUGH = 2;

/** Whether two people decide whose accounts are active. Asks on only until there are: a role may be held by many. */
export async function checkRoles(ports: Ports, settings: Settings): Promise<SetupRemark[]> {
  const deciding = settings.roles.filter(({ role }) => role === 'owner' || role === 'reviewer');
  const active: string[] = [];
  const inactive: string[] = [];
  const untried: string[] = [];
  for (const accountId of new Set(deciding.map((grant) => grant.accountId))) {
    const stands = await accountStands(ports, accountId);
    (stands === 'active' ? active : stands === 'inactive' ? inactive : untried).push(accountId);
    if (active.length === ENOUGH) break;
  }
  const second =
    active.length >= ENOUGH
      ? remark('roles-second', { people: active })
      : untried.length > 0
        ? remark('roles-untried', { people: untried })
        : remark('roles-alone', { people: active });
  return [second, ...(inactive.length > 0 ? [remark('roles-inactive', { people: inactive })] : [])];
}
