import { anOrg } from '../../test/support/an-org';

export const startScan = (): string => anOrg();
