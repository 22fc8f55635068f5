import type { Evidence } from '../contracts/evidence';
import type { Finding } from '../contracts/vocabulary';
import { tellDay } from './moments';

const WORDS: Readonly<Record<Exclude<Finding, 'inactive-seat'>, string>> = {
  'never-active': 'the seat was never used',
  'scim-inactive-billable': 'the person is deactivated at the identity provider, and the seat still bills',
  'mixed-paths': 'local paths keep the same access; they are decided on their own',
  'unproven-default': 'nobody has answered for this access through a default group',
  'unproven-local': 'nobody has answered for this local access',
  'owner-unknown': 'nobody knows whose this path is',
  contradiction: 'what was read of this path contradicts itself',
  'dormant-path': 'nothing is billed now; the seat comes back when the account is restored',
};

/** How long a seat was not used, by the bucket that its record keeps in place of a day. */
const NOT_USED: Readonly<Record<string, string>> = {
  'over-180': 'for over 180 days',
  'over-90': 'for over 90 days',
  'over-30': 'for over 30 days',
};

/** What was found on a path when it was decided, for a reader without the app. */
export function tellFindings({ findings, lastActive }: Pick<Evidence, 'findings' | 'lastActive'>): string {
  return findings
    .map((finding) => (finding === 'inactive-seat' ? tellUnused(lastActive) : WORDS[finding]))
    .join('; ');
}

function tellUnused(lastActive: string): string {
  const told = NOT_USED[lastActive];
  if (told !== undefined) return `the seat was not used ${told}`;
  return Number.isNaN(Date.parse(lastActive))
    ? 'the seat was not used for longer than setup allows'
    : `the seat was last used on ${tellDay(lastActive)}`;
}
