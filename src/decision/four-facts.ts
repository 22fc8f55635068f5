import type { DecisionCase, Identity } from '../contracts/decisions';

const SCIM_WORDS: Readonly<Record<Identity['scim'], string>> = {
  active: 'The identity provider says: active.',
  inactive: 'The identity provider says: deactivated.',
  none: 'No SCIM record is linked to this account.',
  unknown: 'No SCIM directory was read, so the identity provider’s word is not known.',
};

/** Identity, Atlassian account and product access, each for itself: none of them proves another. */
export function tellFacts(one: DecisionCase): { identity: string; account: string; productAccess: string } {
  const { identity } = one;
  const managed = identity.claimStatus === 'managed' ? 'managed by the organization' : identity.claimStatus;
  const roles = [...new Set(one.rows.flatMap((row) => row.path.roles))].sort().join(', ');
  return {
    identity: SCIM_WORDS[identity.scim],
    account: `Account ${identity.accountStatus}, membership ${identity.membershipStatus}, ${managed}.`,
    productAccess: `${one.rows.length === 1 ? '1 path gives' : `${one.rows.length} paths give`} ${roles}.`,
  };
}
