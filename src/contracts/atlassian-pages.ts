/*
 * The Atlassian pages that rules rest on: those on owners, lanes and findings, on what bills, and on edits by hand. They
 * are checked together, so they share one date; docs/decision-table.md shows both beside every rule, and the help panel
 * lists them all.
 */

export const ATLASSIAN_PAGES = {
  groups: 'https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/',
  users: 'https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/',
  defaultGroups: 'https://support.atlassian.com/user-management/docs/understand-default-groups/',
  provisioning: 'https://support.atlassian.com/provisioning-users/docs/understand-user-provisioning/',
  appAccess: 'https://support.atlassian.com/user-management/docs/give-users-access-to-apps/',
  groupMembership: 'https://support.atlassian.com/user-management/docs/edit-a-groups-membership/',
  billedUsers:
    'https://support.atlassian.com/subscriptions-and-billing/docs/understand-how-users-are-billed/',
  enterpriseBill:
    'https://support.atlassian.com/subscriptions-and-billing/docs/manage-your-bill-for-enterprise-plans/',
  collectionBill:
    'https://support.atlassian.com/subscriptions-and-billing/docs/how-billing-works-for-collections',
} as const;

/** What each page calls itself. */
export const PAGE_TITLES: Readonly<Record<keyof typeof ATLASSIAN_PAGES, string>> = {
  groups: 'Organizations REST API: groups',
  users: 'Organizations REST API: users',
  defaultGroups: 'Understand default groups',
  provisioning: 'Understand user provisioning',
  appAccess: 'Give users access to apps',
  groupMembership: 'Edit a group’s membership',
  billedUsers: 'Understand how users are billed',
  enterpriseBill: 'Manage your bill for Enterprise plans',
  collectionBill: 'How billing works for collections',
};

export const PAGES_CHECKED = '2026-11-23';
