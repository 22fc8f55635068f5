import { z } from 'zod';
import { RecordId } from '../ids';
import type { AppRole } from '../settings';

/**
 * Who may make a call on the admin page. There every call also needs Jira ADMINISTER, asked as the user.
 * `site-admin` is any Jira admin of this site; they see this site only.
 */
export type Caller = AppRole | 'site-admin';
export const everyone: readonly Caller[] = [
  'owner',
  'reviewer',
  'finance',
  'auditor',
  'identity-owner',
  'site-admin',
];
export const owner: readonly Caller[] = ['owner'];
export const deciders: readonly Caller[] = ['owner', 'reviewer'];
export const identityOwners: readonly Caller[] = ['identity-owner'];

/**
 * `desk`: made at the identity owner’s desk too, by whoever speaks for a provider or a group, administrator or not;
 * a call that has it is answered there from what its caller speaks for, and from nothing else.
 */
export type CallTable = Record<
  string,
  { input: z.ZodType; output: z.ZodType; callers: readonly Caller[]; desk?: true }
>;

export const nothing = z.strictObject({});
export const paging = { offset: z.int().min(0), limit: z.int().min(1).max(200) };
export const reason = z.string().trim().min(1).max(1000);
export const day = z.iso.date();
/** The decision on the same subject that the caller saw; another one there meanwhile is a conflict. */
export const after = RecordId.nullable();
