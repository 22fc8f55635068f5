import { type MendableCode, type SetupStep } from '../../../../src/contracts/setup-checks';
import { type Services } from '../services';
import { type Tab } from '../route/route';

/** The parts of setup that something leads to: the id of its heading, and what it is called. */
export const SECTIONS = {
  'org-key': { id: 'setup-org-key', title: 'setup.key.title' },
  owners: { id: 'setup-owners', title: 'setup.idp.title' },
  roles: { id: 'setup-roles', title: 'setup.roles.title' },
  review: { id: 'setup-review', title: 'setup.review.title' },
  scim: { id: 'setup-scim', title: 'setup.scim.title' },
} as const;

/** Where something is looked at or mended: a part of setup, or another tab. */
export type Place = { to: 'section'; section: keyof typeof SECTIONS } | { to: 'tab'; tab: Tab };

const SCAN = 'scan';
const ORG_KEY: Place = { to: 'section', section: 'org-key' };
const SCIM: Place = { to: 'section', section: 'scim' };

/** Where a step is set up. */
export const placeOfStep: Readonly<Record<SetupStep, Place>> = {
  'org-key': ORG_KEY,
  // What a scan found stands there first.
  scan: { to: 'tab', tab: 'overview' },
  owners: { to: 'section', section: 'owners' },
  roles: { to: 'section', section: 'roles' },
  prices: { to: 'tab', tab: 'savings' },
  review: { to: 'section', section: 'review' },
  scim: SCIM,
};

/** Remarks that are mended by a scan or elsewhere than their step is set up; null where waiting is all there is to do. */
const elsewhere: Readonly<Partial<Record<MendableCode, Place | typeof SCAN | null>>> = {
  'key-untried': null,
  'key-scopes-untried': null,
  'key-audit-untried': null,
  'scan-none': SCAN,
  'scan-first-running': null,
  'scan-failed': ORG_KEY,
  'scan-partial': SCAN,
  'scan-old': SCAN,
  'scan-accounts-missing': SCAN,
  'scan-groups-missing': SCAN,
  'scan-members-missing': SCAN,
  'scan-uncounted': null,
  'scan-directories-unread': SCIM,
  'owners-need-scan': SCAN,
  'owners-unlinked': SCIM,
  'owners-untried': null,
  'owners-target-untried': null,
  'roles-untried': null,
  'prices-need-scan': SCAN,
  'review-digest-untried': null,
  'review-assignee-untried': null,
  'scim-untried': null,
};

/** Where a remark is mended, or that a scan does it; null where nothing can be done but wait. */
export function placeOfCure(step: SetupStep, code: MendableCode): Place | typeof SCAN | null {
  const place = elsewhere[code];
  return place === undefined ? placeOfStep[step] : place;
}

/** Goes there; the heading of a part of setup takes the focus, so that reading goes on below it. */
export function goTo(place: Place, { routes }: Pick<Services, 'routes'>): void {
  switch (place.to) {
    case 'section': {
      const heading = document.getElementById(SECTIONS[place.section].id);
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus({ preventScroll: true });
      return;
    }
    case 'tab':
      routes.goTab(place.tab);
  }
}
