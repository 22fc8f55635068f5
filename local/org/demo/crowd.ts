import type { OrgFileUser } from '../org-file';
import type { AccountMaker, Draft } from './account-maker';
import { aris, domains } from './structure';

const everyone = 'okta-everyone';
const teams = [
  'okta-eng-platform',
  'okta-eng-apps',
  'okta-product',
  'okta-finance',
  'okta-marketing',
  'okta-rule-emea-office',
] as const;

/** One kind of ordinary account, and how many of it there are. */
interface Kind {
  readonly count: number;
  readonly draft: (maker: AccountMaker, nth: number) => Draft;
}

const recent = (maker: AccountMaker): Record<string, number> => ({
  [aris.jira]: maker.between(0, 12),
  [aris.confluence]: maker.between(0, 20),
});

const kinds: readonly Kind[] = [
  // All is well: one synced path to each product, used, and nothing beside it.
  {
    count: 150,
    draft: (maker) => ({ groups: [everyone, maker.pick(teams)], visits: recent(maker), scim: 'active' }),
  },
  // Synced and default at once, as first access and invitations leave it behind.
  {
    count: 45,
    draft: (maker) => ({
      groups: [everyone, maker.pick(teams), 'jira-users-harbourline'],
      visits: recent(maker),
      scim: 'active',
    }),
  },
  {
    count: 22,
    draft: (maker) => ({
      groups: [everyone, maker.pick(teams), 'confluence-users-harbourline'],
      visits: recent(maker),
      scim: 'active',
    }),
  },
  // Synced, default and a legacy local group: the founding case, several times.
  {
    count: 9,
    draft: (maker) => ({
      groups: [everyone, maker.pick(teams), 'jira-users-harbourline', 'legacy-jira-2017'],
      visits: recent(maker),
      scim: 'active',
    }),
  },
  // Invited once, never brought under the provider.
  { count: 24, draft: (maker) => ({ groups: ['jira-users-harbourline'], visits: recent(maker) }) },
  {
    count: 12,
    draft: (maker) => ({ groups: ['legacy-jira-2017'], visits: { [aris.jira]: maker.between(95, 900) } }),
  },
  {
    count: 8,
    draft: (maker) => ({ groups: [everyone, 'project-lighthouse'], visits: recent(maker), scim: 'active' }),
  },
  // Seats that nobody uses, and seats that nobody ever used.
  {
    count: 18,
    draft: (maker) => ({
      groups: [everyone, maker.pick(teams)],
      visits: { [aris.jira]: maker.between(92, 400), [aris.confluence]: 5 },
      scim: 'active',
    }),
  },
  {
    count: 10,
    draft: (maker) => ({
      groups: [everyone, maker.pick(teams)],
      visits: { [aris.confluence]: 8 },
      scim: 'active',
    }),
  },
  { count: 6, draft: () => ({ groups: ['jira-users-harbourline'] }) },
  // Just arrived.
  {
    count: 6,
    draft: (maker) => ({ groups: [everyone, maker.pick(teams)], age: maker.between(2, 40), scim: 'active' }),
  },
  // Service desk, on one site and on both.
  {
    count: 14,
    draft: (maker) => ({
      groups: [everyone, 'okta-support'],
      visits: { ...recent(maker), [aris.jsm]: maker.between(0, 4) },
      scim: 'active',
    }),
  },
  {
    count: 6,
    draft: (maker) => ({
      groups: [everyone, 'service-desk-agents'],
      visits: { [aris.jsm]: maker.between(0, 9), [aris.confluence]: 2 },
      scim: 'active',
    }),
  },
  // Labs: some by Okta, some by the labs' own default groups, some from the company bought last year.
  {
    count: 10,
    draft: (maker) => ({
      groups: [everyone, 'okta-labs'],
      visits: { [aris.labsJira]: maker.between(0, 9), [aris.labsConfluence]: 6, [aris.confluence]: 4 },
      scim: 'active',
    }),
  },
  {
    count: 5,
    draft: (maker) => ({
      groups: ['jira-users-harbourline-labs', 'confluence-users-harbourline-labs'],
      visits: { [aris.labsJira]: maker.between(0, 150) },
    }),
  },
  {
    count: 9,
    draft: (maker) => ({
      domain: domains.unclaimed,
      groups: ['tidewater-engineering'],
      visits: { [aris.labsJira]: maker.between(0, 30), [aris.jira]: maker.between(0, 200) },
    }),
  },
  // Partners come by Google; an agency comes by a local group.
  {
    count: 12,
    draft: (maker) => ({
      domain: domains.contractors,
      groups: ['All members from Google Workspace'],
      visits: { [aris.jira]: maker.between(0, 60) },
    }),
  },
  {
    count: 5,
    draft: (maker) => ({
      domain: domains.contractors,
      groups: ['agency-dockside'],
      visits: { [aris.jira]: maker.between(0, 260) },
    }),
  },
  // Groups that say strange things of themselves.
  {
    count: 8,
    draft: (maker, nth) => ({
      groups: [
        everyone,
        [
          'jira-contractors',
          'legacy-import-2019',
          'workday-managers',
          'data-platform',
          'Data-Platform, other case',
          'hiring-panel',
          'payments-squad',
          'design-guild',
        ][nth % 8] ?? everyone,
      ],
      visits: recent(maker),
      scim: 'active',
    }),
  },
  {
    count: 3,
    draft: (maker) => ({
      groups: [everyone, 'okta-engineering', 'okta-eng-platform-team', 'book-club'],
      visits: recent(maker),
      scim: 'active',
    }),
  },
  // Left in Okta, still at work here: nobody told Atlassian's local groups.
  {
    count: 4,
    draft: (maker) => ({
      groups: ['jira-users-harbourline'],
      visits: { [aris.jira]: maker.between(5, 80) },
      scim: 'inactive',
    }),
  },
];

/** The ordinary accounts of the demo. */
export function crowd(maker: AccountMaker): OrgFileUser[] {
  return kinds.flatMap(({ count, draft }) =>
    Array.from({ length: count }, (_, nth) => maker.make(draft(maker, nth))),
  );
}
