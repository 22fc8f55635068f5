import type { OrgFile } from '../org-file';
import { parseOrgFile } from '../read-org-file';
import { createAccountMaker } from './account-maker';
import { crowd } from './crowd';
import { timelineOf } from './future';
import { demoNow } from './ids';
import { auditLogOf } from './past';
import { namedAccounts, strayScimRecords } from './situations';
import { groups, organization, resources } from './structure';

/** The seed of the demo that everybody sees. */
export const demoSeed = 20261123;

/**
 * The demo organization: some 400 accounts on two sites, with every odd situation that a world file can tell, and
 * some weeks to come. The same seed gives the same bytes. `collection`: its apps are billed as one unique user.
 */
export function generateDemoOrg(seed = demoSeed, { collection = false } = {}): OrgFile {
  const maker = createAccountMaker(seed);
  const users = [...namedAccounts(maker), ...crowd(maker)];
  const org = {
    format: 'seatpath-org/1',
    source: `Made up for demonstration (seed ${String(seed)}): no person, address or company in it is real.`,
    now: demoNow,
    ...organization,
    ...(collection ? { org: { ...organization.org, collection } } : {}),
    resources,
    groups,
    users,
    scimRecords: strayScimRecords(),
    auditLog: auditLogOf(maker, users),
    timeline: timelineOf(maker, users),
  };
  return parseOrgFile(JSON.stringify(org));
}
