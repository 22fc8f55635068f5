import { type CaseFilter } from '../../../../src/contracts/case-views';

/** Questions that are asked of the table again and again, each as the filters that answer it. */
export const CASE_VIEWS = {
  deactivated: { finding: 'scim-inactive-billable', billable: true },
  'synced-unused': { owner: 'idp-owned', finding: 'inactive-seat', billable: true },
  'default-unused': { owner: 'default-group', finding: 'inactive-seat', billable: true },
  'local-unused': { owner: 'local-group', finding: 'inactive-seat', billable: true },
  'never-active': { finding: 'never-active', billable: true },
  mixed: { signal: 'scim-and-local-paths', billable: true },
  'owner-unknown': { owner: 'unknown', billable: true },
  protected: { protected: true, billable: true },
} as const satisfies Readonly<Record<string, Partial<CaseFilter>>>;

export type CaseViewName = keyof typeof CASE_VIEWS;
export const CASE_VIEW_NAMES = Object.keys(CASE_VIEWS) as CaseViewName[];
