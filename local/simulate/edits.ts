import type { SimulatedOrg } from '../org/server';
import { ownerOf } from './truth';

/** One edit of a membership, as Atlassian took it or not. */
export interface Edit {
  readonly accountId: string;
  readonly groupId: string;
  readonly accepted: boolean;
  /** Whose membership it was at that moment. */
  readonly owner: 'idp' | 'organization';
}

/** Writes to the organization API as an administrator with a key that may do everything would. */
export interface Administrator {
  removeMember(groupId: string, accountId: string): Promise<Edit>;
  /** True where it was accepted. */
  suspend(accountId: string): Promise<boolean>;
  readonly edits: readonly Edit[];
}

export function administrator(org: SimulatedOrg, orgId: string): Administrator {
  const key = org.issueKey({ scopes: null });
  const edits: Edit[] = [];
  const send = async (method: string, path: string): Promise<boolean> => {
    const response = await fetch(`${org.origin}/admin/v2/orgs/${orgId}/directories/-/${path}`, {
      method,
      headers: { Authorization: `Bearer ${key}` },
    });
    await response.arrayBuffer();
    return response.ok;
  };
  return {
    edits,
    async removeMember(groupId, accountId) {
      const owner = ownerOf(org, groupId);
      const accepted = await send('DELETE', `groups/${groupId}/memberships/${accountId}`);
      const edit = { accountId, groupId, accepted, owner };
      edits.push(edit);
      return edit;
    },
    suspend: (accountId) => send('POST', `users/${accountId}/suspend`),
  };
}
