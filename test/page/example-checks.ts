import {
  type CheckParams,
  type LastCheck,
  type RemarkCode,
  type SetupRemark,
  setupRemarks,
  type SetupStep,
} from '../../src/contracts/setup-checks';
import { NOW, personAt, PRODUCTS, SCANNED_AT } from './example-org';

/** A remark as the app would give it. */
export function aRemark(code: RemarkCode, params: CheckParams = {}): SetupRemark {
  return { code, state: setupRemarks[code].state, params };
}

export function aCheck(step: SetupStep, ...remarks: SetupRemark[]): LastCheck {
  return { step, at: NOW, remarks, outdated: false };
}

const provider = { name: 'Okta', people: [personAt(1).accountId] };

/** What a set up organization is told, with a bit of everything. */
const found: Readonly<Record<SetupStep, readonly SetupRemark[]>> = {
  'org-key': [
    aRemark('key-accepted', { name: 'Northwind' }),
    aRemark('key-audit-unread'),
    aRemark('key-expires', { day: '2027-02-01' }),
  ],
  scan: [aRemark('scan-complete', { at: SCANNED_AT })],
  owners: [
    aRemark('owners-active', provider),
    aRemark('owners-alone', provider),
    aRemark('owners-type-refused', { name: 'Okta', project: 'IAM' }),
  ],
  roles: [aRemark('roles-alone', { people: [personAt(0).accountId] })],
  prices: [
    aRemark('prices-no-pool', { names: PRODUCTS.slice(1).map(({ name }) => name) }),
    aRemark('prices-known', { names: ['Jira'] }),
  ],
  review: [
    aRemark('review-next', { at: '2026-11-29T23:00:00.000Z', timeZone: 'Europe/Berlin' }),
    aRemark('review-no-digest'),
  ],
  scim: [aRemark('scim-none')],
};

export const exampleCheck = (step: SetupStep): LastCheck => aCheck(step, ...found[step]);

/** Every remark there is, each with all that it names. */
export const EVERY_REMARK: readonly SetupRemark[] = (Object.keys(setupRemarks) as RemarkCode[]).map(
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
    return aRemark(code, Object.fromEntries(setupRemarks[code].names.map((name) => [name, all[name]])));
  },
);
