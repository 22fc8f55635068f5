import type { AccountStanding, ResourceStanding } from './seats';

/** Why an account takes no seat, for a finance person. `active` has no such sentence. */
export const accountSentences: Readonly<Record<Exclude<AccountStanding, 'active'>, string>> = {
  'type-unknown': 'Unknown: the API did not say what kind of account this is.',
  'status-unknown': 'Unknown: the API did not say whether the account is active.',
  'not-a-person': 'Not billed: app and customer accounts take no seat.',
  'service-account': 'Not billed: service accounts take no seat.',
  closed: 'Not billed: the account is closed.',
  'for-deletion': 'Not billed: the account is about to be deleted.',
  'not-invited': 'Not billed: the account was not invited to this organization.',
  'no-membership': 'Not billed: the account is in no directory of this organization.',
  deactivated: 'Not billed while the account is deactivated.',
  inactive: 'Not billed while the account is inactive.',
  suspended: 'Not billed while the account is suspended.',
};

/** Why a resource takes no seats. */
export const resourceSentences: Readonly<Record<Exclude<ResourceStanding, 'bills'>, string>> = {
  sandbox: 'Not billed: this is a sandbox.',
  'free-plan': 'Not billed: the product is on a free plan.',
};
