import { z } from 'zod';

/*
 * What an id may look like before it enters a route or a storage key. Deliberately wide inside the
 * alphabet (organization ids look like UUIDs but may hold letters beyond f), deliberately closed
 * outside it: `route` of @forge/api 8 encodes no path parameter.
 */
const id = (max: number): z.ZodString =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9:_-]*$/)
    .max(max);

export const AccountId = id(128);
export const GroupId = id(128);
export const OrgId = id(64);
export const DirectoryId = id(64);
export const ScimDirectoryId = id(64);
export const RecordId = id(128);
export const CloudId = id(64);
/** A review cycle by the ISO week of its due date, such as `cycle-2026-W48`. */
export const CycleId = z.string().regex(/^cycle-\d{4}-W\d{2}$/);
/** An item of a queue, made of what it is about, so that the same item has the same id in the next cycle. */
export const ItemId = id(64);
export const BatchId = id(64);
/** Atlassian resource identifier, e.g. `ari:cloud:jira-software::site/<cloudId>`. */
export const Ari = z
  .string()
  .regex(/^ari:[A-Za-z0-9:._/-]+$/)
  .max(256);
export const ProjectKey = z.string().regex(/^[A-Z][A-Z0-9_]{1,19}$/);
export const IssueTypeId = z.string().regex(/^[0-9]{1,19}$/);
export const IssueKey = z.string().regex(/^[A-Z][A-Z0-9_]{1,19}-[0-9]{1,12}$/);
