/*
 * The Atlassian pages that the rules on owners, lanes and findings rest on. They are checked together,
 * so they share one date; docs/decision-table.md shows both beside every rule.
 */

export const ATLASSIAN_PAGES = {
  groups: 'https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/',
  users: 'https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/',
  defaultGroups: 'https://support.atlassian.com/user-management/docs/understand-default-groups/',
  provisioning: 'https://support.atlassian.com/provisioning-users/docs/understand-user-provisioning/',
  appAccess: 'https://support.atlassian.com/user-management/docs/give-users-access-to-apps/',
  groupMembership: 'https://support.atlassian.com/user-management/docs/edit-a-groups-membership/',
} as const;

export const PAGES_CHECKED = '2026-11-23';
