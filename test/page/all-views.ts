import { type Page } from 'playwright-core';
import { type CycleView } from '../../src/contracts/review-views';
import { FAILED, JIRA, NEVER_SCANNED, NOT_SET_UP, OWNER_SESSION, PARTIAL, RUNNING } from './example-org';
import { OPEN_REVIEW, OPENING } from './example-cycle';
import { type Wish } from './open-page';
import { failure } from './replies';

export const ONE_CASE = `/cases?account=712020:account-0&on=${encodeURIComponent(JIRA)}`;
export const ONE_SOURCE = `source=group-jira-users&on=${encodeURIComponent(JIRA)}`;
const LAPSED: CycleView = {
  ...OPEN_REVIEW,
  progress: null,
  cycle: {
    ...OPEN_REVIEW.earlier[1]!.cycle,
    opening: { ...OPENING, verdict: 'partial', reasons: ['SCIM directory b2: there is no such thing (404)'] },
  },
};

export interface View {
  name: string;
  wish: Wish;
  /** Text that stands on the view once it is there. */
  ready: string;
  act?: (page: Page) => Promise<void>;
  /** What its pictures in docs/screens are called; absent where another one shows the same. */
  picture?: string;
  /** Whether what they are for stands so far below that they show everything. */
  whole?: boolean;
}

/** Every view of the admin page, as somebody may have it before him. */
export const views: readonly View[] = [
  {
    name: 'the overview with its table of flows',
    picture: 'overview',
    wish: { at: '/overview', height: 2600 },
    ready: 'Every billed seat once',
    act: (page) => page.getByText('The same as a table').click(),
  },
  { name: 'the decision table', picture: 'cases', wish: { at: '/cases' }, ready: '10,000 of 10,000 cases' },
  {
    name: 'the overview before the first scan',
    picture: 'overview-first',
    wish: {
      at: '/overview',
      replies: {
        'scan/progress': () => NEVER_SCANNED,
        'overview/get': () => failure('NO_SNAPSHOT', 'No scan has finished yet.'),
      },
    },
    ready: 'No scan has finished yet',
  },
  {
    name: 'the overview while a scan is under way',
    picture: 'scan-running',
    wish: { at: '/overview', replies: { 'scan/progress': () => RUNNING } },
    ready: '3,200 of 7,056',
  },
  {
    name: 'the decision table after a scan that failed',
    picture: 'scan-failed',
    wish: { at: '/cases', replies: { 'scan/progress': () => FAILED } },
    ready: 'The key was revoked',
  },
  {
    name: 'the decision table of which a filter leaves nothing',
    picture: 'cases-none',
    wish: { at: '/cases?text=nobody-is-called-this' },
    ready: 'No case matches',
  },
  {
    name: 'the decision table, narrow',
    picture: 'cases-narrow',
    wish: { at: '/cases', width: 768 },
    ready: '10,000 of 10,000 cases',
  },
  {
    name: 'a case, narrow',
    picture: 'case-narrow',
    wish: { at: ONE_CASE, width: 768 },
    ready: 'What frees the seat',
  },
  {
    name: 'the decision table after a partial scan',
    picture: 'scan-partial',
    wish: { at: '/cases?owner=idp-owned', replies: { 'scan/progress': () => PARTIAL } },
    ready: 'The last scan is partial',
  },
  {
    name: 'the decision table with chosen and unfolded cases and the form for them',
    picture: 'cases-chosen',
    wish: { at: '/cases?without=signals', height: 1800 },
    ready: '10,000 of 10,000 cases',
    act: async (page) => {
      await page.locator('[data-row="0"]').getByRole('checkbox').check();
      await page
        .getByRole('button', { name: /^Paths of / })
        .nth(1)
        .click();
      await page.getByRole('button', { name: 'Decide', exact: true }).click();
      await page.locator('summary', { hasText: 'Columns' }).click();
    },
  },
  {
    name: 'a case with an open form',
    picture: 'case-form',
    wish: { at: ONE_CASE },
    ready: 'What frees the seat',
    act: (page) => page.getByRole('button', { name: 'Record exception' }).first().click(),
  },
  {
    name: 'a case with its history',
    picture: 'case-history',
    whole: true,
    wish: { at: ONE_CASE, height: 3600 },
    ready: 'What frees the seat',
    act: async (page) => {
      await page.getByRole('heading', { name: 'History' }).click();
      await page.getByRole('button', { name: 'Show earlier' }).click();
      await page.getByText('No longer in force').waitFor();
    },
  },
  {
    name: 'the review with what changed',
    picture: 'review',
    wish: { at: '/review' },
    ready: '10 items',
    act: (page) => page.getByText('What changed since the last review').click(),
  },
  {
    name: 'a review that cannot be read',
    picture: 'review-failed',
    wish: {
      at: '/review',
      replies: { 'cycle/get': () => failure('CONFLICT', '') },
    },
    ready: 'Somebody else',
  },
  {
    name: 'the review in German',
    picture: 'review-german',
    wish: { at: '/review', look: { locale: 'de_DE' } },
    ready: '10 Prüfpunkte',
  },
  {
    name: 'a lapsed review of a partial scan',
    picture: 'review-lapsed',
    wish: { at: '/review', replies: { 'cycle/get': () => LAPSED } },
    ready: 'This review lapsed',
  },
  {
    name: 'an earlier review',
    picture: 'review-earlier',
    wish: { at: '/review/cycle-2026-W47', height: 1600 },
    ready: 'How its paths ended',
  },
  {
    name: 'the question before a review is closed',
    picture: 'review-close',
    wish: { at: '/review' },
    ready: '10 items',
    act: async (page) => {
      await page.getByRole('button', { name: 'Close this review' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'an item with its people and an open form',
    picture: 'item',
    wish: { at: '/review?item=item-several', height: 1600 },
    ready: '24 people',
    act: async (page) => {
      await page.getByRole('button', { name: 'Decide', exact: true }).click();
      await page.getByRole('radio', { name: /^Exception/ }).check();
    },
  },
  {
    name: 'the result of a decision on many',
    picture: 'item-decided',
    wish: { at: '/review?item=item-inactive', height: 1600 },
    ready: '12 people',
    act: async (page) => {
      await page.getByRole('button', { name: 'Decide', exact: true }).click();
      await page.getByLabel('Note').fill('Not seen for half a year.');
      await page.getByRole('button', { name: 'Decide for 12 people' }).click();
      await page.getByText('11 paths decided.').waitFor();
      await page.getByText('The decision is being recorded').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'an item about settings',
    picture: 'item-settings',
    wish: { at: '/review?item=item-settings' },
    ready: 'Approved domains',
  },
  { name: 'the sources', picture: 'sources', wish: { at: '/sources' }, ready: '12 of 12 sources' },
  {
    name: 'a source with the form of a standing decision',
    picture: 'source-intend',
    wish: { at: `/sources?${ONE_SOURCE}&form=intend`, height: 1800 },
    ready: 'Seats at most',
  },
  {
    name: 'a source with the preview of a redesign',
    picture: 'source-redesign',
    wish: { at: `/sources?${ONE_SOURCE}&form=redesign`, height: 1800 },
    ready: 'Redesign this source',
    act: async (page) => {
      await page.getByRole('button', { name: 'Show what it would do' }).click();
      await page.getByText('1,264 people lose access').waitFor();
    },
  },
  {
    name: 'what is handed over, with the form of a group',
    picture: 'handed-over',
    wish: { at: '/handed-over', height: 2600 },
    ready: '2 issues under way',
    act: async (page) => {
      await page.getByText('1 finished issue').click();
      await page.getByText('What is known of the group').first().click();
      await page.getByRole('button', { name: 'Describe it anew' }).first().click();
    },
  },
  {
    name: 'the answer for all people of an issue',
    picture: 'handed-over-answer',
    wish: { at: '/handed-over' },
    ready: '2 issues under way',
    act: async (page) => {
      await page.getByRole('button', { name: 'Answer for all 4 people' }).click();
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: /^Planned/ })
        .check();
    },
  },
  {
    name: 'pools, ledger and savings, with the forms of prices and of an invoice line',
    picture: 'savings',
    wish: { at: '/savings', height: 4000 },
    ready: '11 seats',
    act: async (page) => {
      await page.getByText('1 pool that a plan would make').click();
      await page.getByRole('button', { name: 'Change prices' }).first().click();
      await page.getByRole('button', { name: 'Add an app' }).click();
      await page.getByRole('button', { name: 'Record pool' }).click();
      await page.getByRole('button', { name: 'Record an invoice line' }).first().click();
    },
  },
  {
    name: 'a record with what it rests on',
    picture: 'record-evidence',
    wish: { at: '/records?kind=keep&record=keep-1', height: 1600 },
    ready: 'Hash of the link before',
  },
  {
    name: 'a chain that does not hold',
    picture: 'chain-broken',
    wish: {
      at: '/records',
      replies: {
        'evidence/check': () => ({
          of: 'links',
          done: 40,
          total: 180,
          first: null,
          last: null,
          misfit: { what: 'link', sequence: 41, bound: { is: 'record', id: 'keep-1', kind: 'keep' } },
          next: null,
        }),
      },
    },
    ready: 'Check the chain',
    act: async (page) => {
      await page.getByRole('button', { name: 'Check the chain' }).click();
      await page.getByText('The chain does not hold').waitFor();
    },
  },
  {
    name: 'a register of which the filter leaves nothing',
    wish: { at: '/records?kind=intent&state=withdrawn&text=nowhere' },
    ready: 'No record matches',
  },
  {
    name: 'the register of standing decisions with a step asked for',
    picture: 'records-approve',
    wish: { at: '/records?kind=intent' },
    ready: '2 records',
    act: async (page) => {
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the register of protections with an open form',
    picture: 'records-protections',
    wish: { at: '/records?kind=protection', height: 1600 },
    ready: '2 protections are suggested',
    act: async (page) => {
      await page.getByText('2 protections are suggested').click();
      await page.getByRole('button', { name: 'Protect an account' }).click();
    },
  },
  {
    name: 'setup with an open form',
    picture: 'setup-form',
    wish: { at: '/setup', height: 3000 },
    ready: 'Okta',
    act: async (page) => {
      await page.getByRole('button', { name: 'Edit Okta' }).click();
      await page.getByText('How it is asked').click();
      await page.getByText('Optional, and off the standard path').click();
    },
  },
  {
    name: 'setup with every step of its checklist tested',
    picture: 'setup-tested',
    wish: { at: '/setup', height: 2600 },
    ready: 'Okta',
    act: async (page) => {
      await page.getByRole('button', { name: 'Test all' }).click();
      await page.getByText('No SCIM key is stored').waitFor();
    },
  },
  {
    name: 'setup before anything',
    picture: 'setup-first',
    wish: {
      at: '/setup',
      height: 2600,
      replies: {
        'setup/get': () => NOT_SET_UP,
        'scan/progress': () => NEVER_SCANNED,
        'session/get': () => ({ ...OWNER_SESSION, capability: 'none', unclaimed: true }),
      },
    },
    ready: 'Nobody owns Seatpath yet',
  },
  {
    name: 'the help',
    picture: 'help',
    wish: { at: '/handed-over', height: 3600 },
    ready: '2 issues under way',
    act: async (page) => {
      await page.getByRole('button', { name: 'Help', exact: true }).click();
      await page.getByRole('region', { name: 'Atlassian’s own pages' }).waitFor();
    },
  },
  {
    name: 'the page for people without rights',
    picture: 'no-rights',
    wish: { replies: { 'session/get': () => failure('NOT_ALLOWED', 'You do not administer this site.') } },
    ready: 'Seatpath is for Jira administrators',
  },
];
