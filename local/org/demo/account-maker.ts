import { de, en, es, Faker, fr, pl } from '@faker-js/faker';
import type { OrgFileUser } from '../org-file';
import { accountIdOf, daysBefore } from './ids';
import { domains, groupIdOf, groups, providers, scimGroupIdOf } from './structure';

/** What an account is made of, in the words of the demo. */
export interface Draft {
  /** Left out: the next drawn account. */
  readonly accountId?: string;
  /** Left out: a drawn name. */
  readonly name?: string;
  readonly domain?: string;
  /** Names of groups (or their keys). */
  readonly groups: readonly string[];
  /** Days since the last visit, by resource. */
  readonly visits?: Readonly<Record<string, number>>;
  /** Days since the account came. */
  readonly age?: number;
  /** SCIM record of Okta: its state, or none. Default: none. */
  readonly scim?: 'active' | 'inactive';
  readonly more?: Partial<OrgFileUser>;
}

/** Draws names and numbers from one seed and makes accounts of drafts. */
export interface AccountMaker {
  make(draft: Draft): OrgFileUser;
  /** A whole number from `min` to `max`. */
  between(min: number, max: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

const knownGroups = new Map(groups.map((group) => [group.id, group]));

export function createAccountMaker(seed: number): AccountMaker {
  const fakers = [[en], [en], [de, en], [fr, en], [es, en], [pl, en]].map((locale, at) => {
    const faker = new Faker({ locale });
    faker.seed(seed + at);
    return faker;
  });
  const dice = new Faker({ locale: [en] });
  dice.seed(seed);
  const takenNames = new Set<string>();
  let made = 0;
  const drawName = (): string => {
    for (;;) {
      const faker = dice.helpers.arrayElement(fakers);
      const name = `${faker.person.firstName()} ${faker.person.lastName()}`;
      if (takenNames.has(slugOf(name))) continue;
      return name;
    }
  };
  return {
    between: (min, max) => dice.number.int({ min, max }),
    pick: (items) => dice.helpers.arrayElement(items),
    make: (draft) => {
      made += 1;
      const name = draft.name ?? drawName();
      takenNames.add(slugOf(name));
      const accountId = draft.accountId ?? accountIdOf(`drawn ${String(seed)} ${String(made)}`);
      const domain = draft.domain ?? domains.claimed;
      const email = `${slugOf(name)}@${domain}`;
      const managed = domain === domains.claimed;
      const groupIds = draft.groups.map(groupIdOf);
      return {
        accountId,
        accountType: 'atlassian',
        name,
        email,
        accountStatus: 'active',
        membershipStatus: 'active',
        status: 'active',
        claimStatus: managed ? 'managed' : 'unmanaged',
        managementSource: managed ? (draft.scim === undefined ? 'invited' : 'synced') : null,
        addedToOrg: daysBefore(draft.age ?? dice.number.int({ min: 200, max: 2400 })),
        groups: groupIds,
        ...(draft.visits === undefined ? {} : { lastActive: visitsOf(draft.visits, dice) }),
        ...(draft.scim === undefined
          ? {}
          : { scim: scimOf(accountId, email, groupIds, draft.scim === 'active') }),
        ...draft.more,
      };
    },
  };
}

function visitsOf(visits: Readonly<Record<string, number>>, dice: Faker): Record<string, string> {
  const entries = Object.entries(visits);
  return Object.fromEntries(
    entries.map(([ari, days]) => [ari, daysBefore(days, dice.number.int({ min: 0, max: 20 }))]),
  );
}

/** Okta's record: its groups are those of the account that Okta writes. */
function scimOf(
  accountId: string,
  userName: string,
  groupIds: readonly string[],
  active: boolean,
): OrgFileUser['scim'] {
  const pushed = groupIds.filter((id) => {
    const group = knownGroups.get(id);
    return group?.externalSynced === true && group.scim?.scimDirectoryId === providers.okta;
  });
  return {
    scimDirectoryId: providers.okta,
    scimUserId: `scim-${accountId.slice(7)}`,
    userName,
    externalId: `00u${accountId.slice(7, 15)}`,
    active,
    groups: pushed.map((id) => scimGroupIdOf(knownGroups.get(id)?.name ?? id)),
  };
}

/** Name → mailbox: plain letters, parts joined with dots. */
export function slugOf(name: string): string {
  return name
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(/ +/g, '.');
}
