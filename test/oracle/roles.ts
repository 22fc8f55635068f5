/** decisions-file, point 4. */
export const BILLING_ROLES = ['atlassian/user', 'atlassian/admin'];

/** decisions-file, point 4. */
export const HARMLESS_ROLES = [
  'atlassian/guest',
  'atlassian/customer',
  'atlassian/contributor',
  'atlassian/basic',
  'atlassian/stakeholder',
  'atlassian/user-access-admin',
  'atlassian/org-admin',
  'atlassian/site-admin',
];

export function bills(role: string): boolean {
  return BILLING_ROLES.includes(role);
}

export function isUnknown(role: string): boolean {
  return !BILLING_ROLES.includes(role) && !HARMLESS_ROLES.includes(role);
}

/** Code-unit order, the only order the contract knows. */
export function sortedOnce(texts: string[]): string[] {
  const once: string[] = [];
  for (const text of texts) {
    if (!once.includes(text)) once.push(text);
  }
  return once.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
