import type { Call, Endpoint, Reply } from '../http/endpoint';
import { productAccessOf } from '../world/access';
import type { Account } from '../world/model';
import { nextUrl, pageOfGetList } from './get-list';
import { authorize, findAccount, type OrgSide } from './side';
import { isReported, pictureOf } from './show-user';

/** Keys of products in the v1 calls: other names than those of productAccess. */
const v1Keys: Readonly<Record<string, string>> = { 'jira-servicedesk': 'jira-service-desk' };

export function accountEndpoints(side: OrgSide): Endpoint[] {
  return [
    {
      method: 'GET',
      template: '/admin/v1/orgs/{orgId}/users',
      family: 'admin',
      answer: (call) => listManagedAccounts(side, call),
    },
    {
      method: 'GET',
      template: '/admin/v1/orgs/{orgId}/directory/users/{accountId}/last-active-dates',
      family: 'admin',
      answer: (call) => lastActiveDates(side, call),
    },
  ];
}

/** Managed accounts only: without a claimed domain an empty list, and 200. */
function listManagedAccounts(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:accounts:admin' });
  const claims = side.world.domains.some((domain) => domain.claimed);
  const managed = claims
    ? side.lists.get('managed', () =>
        side.pager.arrange(
          [...side.world.accounts.values()].filter((account) => account.facts.claimStatus === 'managed'),
          (account) => account.id,
        ),
      )
    : [];
  const page = pageOfGetList(side, call, {
    idOf: (account: Account) => account.id,
    items: () => managed,
    fallback: 100,
    arranged: true,
  });
  const next = nextUrl(call, page.next);
  return {
    status: 200,
    body: {
      data: page.items.map((account) => showManaged(side, account)),
      meta: { total: managed.length },
      links: { self: call.url.href, ...(next === undefined ? {} : { next }) },
    },
  };
}

function showManaged(side: OrgSide, account: Account): unknown {
  const { facts } = account;
  const visits = activityOf(side, account);
  const last = visits
    .flatMap(({ lastActive }) => lastActive ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
  return {
    account_id: account.id,
    account_type: facts.accountType === 'service' ? 'atlassian' : facts.accountType,
    account_status: facts.accountStatus,
    name: facts.name,
    picture: pictureOf(account),
    ...(facts.email === null || facts.email === '' ? {} : { email: facts.email }),
    access_billable: facts.accountStatus === 'active' && visits.length > 0,
    ...(last === undefined ? {} : { last_active: last }),
    product_access: visits.map(({ ari, lastActive }) => ({
      key: keyOf(side, ari),
      name: side.world.resources.get(ari)?.name ?? ari,
      ...(lastActive === undefined ? {} : { last_active: lastActive }),
    })),
    links: { self: null },
  };
}

function lastActiveDates(side: OrgSide, call: Call): Reply {
  authorize(side, call, {});
  const account = findAccount(side, call.param('accountId'));
  const added = account.facts.addedToOrg;
  const visited = activityOf(side, account).flatMap(({ ari, lastActive }) =>
    lastActive === undefined ? [] : { ari, lastActive },
  );
  const page = pageOfGetList(side, call, { idOf: ({ ari }) => ari, items: () => visited, fallback: 50 });
  return {
    status: 200,
    body: {
      data: {
        product_access: page.items.map(({ ari, lastActive }) => ({
          id: ari,
          key: keyOf(side, ari),
          last_active: dayOf(lastActive),
          last_active_timestamp: lastActive,
        })),
        added_to_org: added === undefined ? null : dayOf(added),
        added_to_org_timestamp: added ?? null,
      },
      links: { next: page.next ?? null },
    },
  };
}

function activityOf(side: OrgSide, account: Account): { ari: string; lastActive: string | undefined }[] {
  return productAccessOf(side.world, account).map(({ ari, lastActive }) => ({
    ari,
    lastActive: lastActive !== undefined && isReported(side, lastActive) ? lastActive : undefined,
  }));
}

function keyOf(side: OrgSide, ari: string): string {
  const typeKey = side.world.resources.get(ari)?.typeKey ?? '';
  return v1Keys[typeKey] ?? typeKey;
}

function dayOf(instant: string): string {
  return new Date(Date.parse(instant)).toISOString().slice(0, 10);
}
