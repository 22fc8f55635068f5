import { type Sayings } from '../../app-dictionary';
import { en } from '../../en';
import { helpTexts } from '../help';

/** Why a lane is whose it is, and what the founding table advises: the help has both, in the words of the rules. */
const KEYS = [
  'help.owner.idp-owned',
  'help.owner.default-group',
  'help.owner.local-group',
  'help.owner.direct',
  'help.owner.inferred',
  'help.owner.unknown',
  'help.signal.idp-synced-group.outcome',
  'help.signal.default-group-access.outcome',
  'help.signal.scim-and-local-paths.outcome',
  'help.signal.scim-user-inactive.outcome',
  'help.signal.override-requested.outcome',
] as const;

export const sentencesOfHelp: Sayings = Object.fromEntries(KEYS.map((key) => [en[key], helpTexts[key]]));
