import { CAP_PERCENT } from '../../contracts/intent-terms';
import type { Intent } from '../../contracts/records';
import { FINDINGS, type Finding, type Owner } from '../../contracts/vocabulary';
import { bitOf } from '../../decision/columns';
import { hasExpired } from '../terms';

/**
 * The findings that a standing decision on a source answers: that a local path is wanted. Whether a person uses
 * the seat, still works here or can be placed at all is never answered for a whole group.
 */
export const COVERABLE: readonly Finding[] = ['unproven-default', 'unproven-local', 'mixed-paths'];
export const COVERABLE_MASK = COVERABLE.reduce((mask, finding) => mask | bitOf(FINDINGS, finding), 0);

/** What a source is now, as far as a standing decision rests on it. */
export interface SourceNow {
  readonly owner: Owner;
  readonly defaultRole: string | null;
  readonly roles: readonly string[];
  readonly complete: boolean;
  readonly seats: number;
  /** Seats outside of the population of the decision. */
  readonly outside: number;
}

export interface VoidRule {
  readonly id: string;
  /** What it says, with made-up facts, for the documents. */
  readonly example: string;
  readonly when: (intent: Intent, source: SourceNow, now: number) => boolean;
  readonly because: (intent: Intent, source: SourceNow) => string;
}

const listed = (roles: readonly string[]): string => [...roles].sort().join(', ');
const named = (role: string | null): string => role ?? 'no role';

/** What voids a standing decision: whatever it was decided on is no longer so. The first that holds is told. */
export const voidRules: readonly VoidRule[] = [
  {
    id: 'date',
    example: 'It was to be reviewed by 2027-11-01.',
    when: (intent, _, now) => hasExpired(intent.expiresOn, now),
    because: (intent) => `It was to be reviewed by ${intent.expiresOn}.`,
  },
  {
    id: 'owner',
    example: 'The owner of the group was local-group and is default-group now.',
    when: ({ evidence }, source) => evidence.owner !== source.owner,
    because: ({ evidence }, source) =>
      `The owner of the group was ${evidence.owner} and is ${source.owner} now.`,
  },
  {
    id: 'default',
    example: 'The group was default for no role and is for atlassian/user now.',
    when: ({ evidence }, source) => evidence.defaultRole !== source.defaultRole,
    because: ({ evidence }, source) =>
      `The group was default for ${named(evidence.defaultRole)} and is for ${named(source.defaultRole)} now.`,
  },
  {
    id: 'roles',
    example: 'It gave atlassian/user and gives atlassian/admin now.',
    when: ({ evidence }, source) => listed(evidence.roles) !== listed(source.roles),
    because: ({ evidence }, source) =>
      `It gave ${listed(evidence.roles)} and gives ${listed(source.roles)} now.`,
  },
  {
    id: 'completeness',
    example: 'The members of the group no longer add up, so nobody knows whom it covers.',
    when: ({ evidence }, source) => evidence.complete && !source.complete,
    because: () => 'The members of the group no longer add up, so nobody knows whom it covers.',
  },
  {
    id: 'cap',
    example: 'It holds 61 seats; it was decided for 55 at most.',
    when: (intent, source) => source.seats > intent.cap,
    because: (intent, source) => `It holds ${source.seats} seats; it was decided for ${intent.cap} at most.`,
  },
  {
    id: 'population',
    example: '12 of its 40 seats are outside of the people it was decided for; there were 2 then.',
    when: (intent, { outside }) =>
      outside > intent.outside + Math.max(1, Math.ceil((intent.evidence.seats * CAP_PERCENT) / 100)),
    because: (intent, { outside, seats }) =>
      `${outside} of its ${seats} seats are outside of the people it was decided for; there were ${intent.outside} then.`,
  },
];

/** Why a standing decision no longer holds; null where it does. */
export function voidBecause(intent: Intent, source: SourceNow | null, now: number): string | null {
  if (source === null) return 'The group no longer grants this product.';
  return voidRules.find((rule) => rule.when(intent, source, now))?.because(intent, source) ?? null;
}
