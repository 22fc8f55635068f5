import {
  type CheckParams,
  type FindingCode,
  type SetupCheck,
  type SetupFinding,
  setupFindings,
  type SetupStep,
} from '../../src/contracts/setup-checks';
import { NOW, personAt, PRODUCTS, SCANNED_AT } from './example-org';

/** A finding as the app would give it. */
export function aFinding(code: FindingCode, params: CheckParams = {}): SetupFinding {
  return { code, state: setupFindings[code].state, params };
}

export function aCheck(step: SetupStep, ...findings: SetupFinding[]): SetupCheck {
  return { step, at: NOW, findings };
}

const provider = { name: 'Okta', people: [personAt(1).accountId] };

/** What a set up organization is told, with a bit of everything. */
const found: Readonly<Record<SetupStep, readonly SetupFinding[]>> = {
  'org-key': [
    aFinding('key-accepted', { name: 'Northwind' }),
    aFinding('key-audit-unread'),
    aFinding('key-expires', { day: '2027-02-01' }),
  ],
  scan: [aFinding('scan-complete', { at: SCANNED_AT })],
  owners: [
    aFinding('owners-active', provider),
    aFinding('owners-alone', provider),
    aFinding('owners-type-refused', { name: 'Okta', project: 'IAM' }),
  ],
  roles: [aFinding('roles-alone', { people: [personAt(0).accountId] })],
  prices: [
    aFinding('prices-no-pool', { names: PRODUCTS.slice(1).map(({ name }) => name) }),
    aFinding('prices-known', { names: ['Jira'] }),
  ],
  review: [
    aFinding('review-next', { at: '2026-11-29T23:00:00.000Z', timeZone: 'Europe/Berlin' }),
    aFinding('review-no-digest'),
  ],
  scim: [aFinding('scim-none')],
};

export const exampleCheck = (step: SetupStep): SetupCheck => aCheck(step, ...found[step]);

/** Every finding there is, each with all that it names. */
export const EVERY_FINDING: readonly SetupFinding[] = (Object.keys(setupFindings) as FindingCode[]).map(
  (code) => {
    const all: Required<CheckParams> = {
      name: 'Okta',
      names: ['Jira (northwind)', 'Confluence (northwind)'],
      people: [personAt(1).accountId],
      project: 'IAM',
      count: 3,
      of: 12,
      day: '2026-12-24',
      at: NOW,
      timeZone: 'Europe/Berlin',
    };
    return aFinding(code, Object.fromEntries(setupFindings[code].names.map((name) => [name, all[name]])));
  },
);
