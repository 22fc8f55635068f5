import { z } from 'zod';

/*
 * The closed lists of words that decisions.json, the admin page and the exports share.
 * The order inside a list is the order in which outputs show its members.
 */

/** How an account reaches a resource. `unexplained`: the API says so, but no path was found. */
export const VIAS = ['group', 'direct', 'inferred', 'unexplained'] as const;

/** Who owns the membership edge of a path; `unknown` where nothing positive was read. */
export const OWNERS = ['idp-owned', 'default-group', 'local-group', 'direct', 'inferred', 'unknown'] as const;

/** The five signals of the founding decision table. */
export const SIGNALS = [
  'idp-synced-group',
  'default-group-access',
  'scim-and-local-paths',
  'scim-user-inactive',
  'override-requested',
] as const;

/** The lane a change to a row takes; not advice to change it. */
export const DECISIONS = [
  'route-out',
  'review-default-group',
  'review-local-access',
  'hold',
  'none',
] as const;

/** Why a row deserves a look. A finding is a fact, not a queue item. */
export const FINDINGS = [
  'inactive-seat',
  'never-active',
  'scim-inactive-billable',
  'mixed-paths',
  'unproven-default',
  'unproven-local',
  'owner-unknown',
  'contradiction',
  'dormant-path',
] as const;

/** What in the organization contradicts itself or cannot be placed. */
export const ANOMALIES = [
  'source-contradiction',
  'synced-and-default',
  'locked-group',
  'name-conflict',
  'orphaned-scim-link',
  'duplicate-account',
  'unknown-role',
] as const;

/** How an account came into a group, as the audit log says; `unknown` where it says nothing that is known. */
export const ENTRY_CAUSES = [
  'admin',
  'app-access',
  'invite',
  'approved-domain',
  'first-access',
  'import',
  'site-creation',
  'sync',
  'unknown',
] as const;

export const Via = z.enum(VIAS);
export type Via = (typeof VIAS)[number];
export const Owner = z.enum(OWNERS);
export type Owner = (typeof OWNERS)[number];
export const Signal = z.enum(SIGNALS);
export type Signal = (typeof SIGNALS)[number];
export const Decision = z.enum(DECISIONS);
export type Decision = (typeof DECISIONS)[number];
export const Finding = z.enum(FINDINGS);
export type Finding = (typeof FINDINGS)[number];
export const AnomalyKind = z.enum(ANOMALIES);
export type AnomalyKind = (typeof ANOMALIES)[number];

export const EntryCause = z.enum(ENTRY_CAUSES);
export type EntryCause = (typeof ENTRY_CAUSES)[number];

/** A yes, a no, or an honest "the facts read do not tell". */
export const Certainty = z.union([z.boolean(), z.literal('unknown')]);
export type Certainty = z.infer<typeof Certainty>;

/** What the SCIM records linked to an account say. */
export const ScimStatus = z.enum(['active', 'inactive', 'none', 'unknown']);
export type ScimStatus = z.infer<typeof ScimStatus>;
