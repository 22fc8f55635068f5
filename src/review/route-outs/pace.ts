import type { RequestIssue } from '../../contracts/route-outs';
import type { IdentityProvider } from '../../contracts/settings';

const DAY_MS = 86_400_000;

/** States in which an issue takes the identity owner’s time, or may. */
const UNDER_WAY: readonly RequestIssue['state'][] = ['wanted', 'asked', 'unknown', 'open', 'accepted'];

export const isUnderWay = ({ state }: RequestIssue): boolean => UNDER_WAY.includes(state);

export interface PaceFacts {
  /** Every issue of the provider, whatever its state. */
  readonly issues: readonly RequestIssue[];
  /** Rows that would be asked about. */
  readonly rows: number;
  readonly now: number;
}

interface PaceRule {
  readonly holdsBack: (facts: PaceFacts, pace: IdentityProvider['pace']) => boolean;
  readonly because: (pace: IdentityProvider['pace']) => string;
}

/** How much an identity owner is asked at a time; the rows wait, and say why. */
export const paceRules: readonly PaceRule[] = [
  {
    holdsBack: ({ issues }, { mostOpen }) => issues.filter(isUnderWay).length >= mostOpen,
    because: ({ mostOpen }) =>
      mostOpen === 1
        ? 'There is an issue with this provider already.'
        : `There are ${mostOpen} issues with this provider already.`,
  },
  {
    holdsBack: ({ issues, now }, { everyDays }) =>
      issues.some((issue) => now - Date.parse(issue.recordedAt) < everyDays * DAY_MS),
    because: ({ everyDays }) => `This provider is asked something new once in ${everyDays} days at most.`,
  },
  {
    holdsBack: ({ rows }, { fewestRows }) => rows < fewestRows,
    because: ({ fewestRows }) => `This provider is asked when there are ${fewestRows} people to ask about.`,
  },
];

/** Why no new issue may be created now; null where one may. */
export function heldBack(facts: PaceFacts, pace: IdentityProvider['pace']): string | null {
  return paceRules.find((rule) => rule.holdsBack(facts, pace))?.because(pace) ?? null;
}
