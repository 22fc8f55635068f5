import type { DecisionRow } from '../../contracts/decisions';
import type { EditByHand, Prediction } from '../../contracts/case-views';
import type { Owner } from '../../contracts/vocabulary';
import { ATLASSIAN_PAGES, PAGES_CHECKED } from '../../contracts/atlassian-pages';

type EditRule = Pick<EditByHand, 'accepted' | 'survives'>;

const said = (says: Prediction['says'], because: string, page: keyof typeof ATLASSIAN_PAGES): Prediction => ({
  says,
  because,
  url: ATLASSIAN_PAGES[page],
  checked: PAGES_CHECKED,
});

/**
 * What becomes of a path that an administrator removes by hand in Atlassian’s own screens, told before anybody does
 * it (row 5 of the founding table), by the owner of the path. What no page states is unknown, never hoped for.
 */
export const editRules: Readonly<Record<Owner, EditRule>> = {
  'idp-owned': {
    accepted: said(
      'unknown',
      'Atlassian’s pages refuse adding people to a synced group by hand; of taking them out they say nothing. A refusal is likely, and nothing to rely on.',
      'groups',
    ),
    survives: said(
      'no',
      'The identity provider writes this group: its next sync brings the person back.',
      'provisioning',
    ),
  },
  'default-group': {
    accepted: said('yes', 'Administrators edit the members of a default group.', 'groupMembership'),
    survives: said(
      'for-now',
      'Everyone given this role on the product joins the group: the next grant, invitation or sign-up brings the person back.',
      'defaultGroups',
    ),
  },
  'local-group': {
    accepted: said('yes', 'Administrators edit the members of a group that nobody syncs.', 'groupMembership'),
    survives: said('yes', 'Nobody but an administrator writes this group.', 'groupMembership'),
  },
  direct: {
    accepted: said('yes', 'Administrators take a role from an account where they gave it.', 'appAccess'),
    survives: said('yes', 'Nobody but an administrator gives it again.', 'appAccess'),
  },
  inferred: {
    accepted: said(
      'no',
      'The role follows from another one: there is nothing of its own to take away.',
      'users',
    ),
    survives: said('no', 'It is there as long as the role that it follows from.', 'users'),
  },
  unknown: {
    accepted: said('unknown', 'Nobody is known to own this path.', 'groups'),
    survives: said('unknown', 'Whoever owns it may write it again.', 'groups'),
  },
};

/** What an edit of a path by hand would come to. */
export function predictEdit({ owner }: Pick<DecisionRow, 'owner'>): EditByHand {
  return { ...editRules[owner], needsAgreement: owner === 'idp-owned' };
}
