import type { Finding } from '../contracts/vocabulary';

const WORDS: Readonly<Record<Finding, string>> = {
  'inactive-seat': 'the seat was not used for longer than the inactivity window',
  'never-active': 'the seat was never used',
  'scim-inactive-billable': 'the person is deactivated at the identity provider, and the seat still bills',
  'mixed-paths': 'local paths keep the same access; they are decided on their own',
  'unproven-default': 'nobody has answered for this access through a default group',
  'unproven-local': 'nobody has answered for this local access',
  'owner-unknown': 'nobody knows whose this path is',
  contradiction: 'what was read of this path contradicts itself',
  'dormant-path': 'nothing is billed now; the seat comes back when the account is restored',
};

/** Findings in words, for a reader without the app. */
export const tellFindings = (findings: readonly Finding[]): string =>
  findings.map((finding) => WORDS[finding]).join('; ');
