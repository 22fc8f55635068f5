import { AN_OVERVIEW } from './example-overview';
import { isRowDecision } from '../../src/contracts/records';
import { type CaseLine } from '../../src/contracts/case-views';
import { type KeyProbe } from '../../src/contracts/views';
import { getHelp } from '../../src/usecases/get-help';
import { createCaseLister } from './case-lister';
import { exampleCase } from './example-case';
import { exampleHistory } from './example-history';
import { exampleCases, OWNER_SESSION, SCANNED, SCANNED_AT, SET_UP } from './example-org';
import { exampleCheck } from './example-checks';
import { evidenceReplies } from './evidence-replies';
import { exportReplies } from './export-replies';
import { handedOverReplies } from './handed-over-replies';
import { failure, type Replies } from './replies';
import { moneyReplies } from './money-replies';
import { reviewReplies } from './review-replies';
import { registerReplies } from './register-replies';
import { rowReplies } from './row-replies';
import { sourceReplies } from './source-replies';
import { keepRecords } from './kept-records';

export const MANY = 10_000;

function aProbe(scope: string, neededFor: string, granted: KeyProbe['granted']): KeyProbe {
  return { scope, neededFor, optional: false, granted };
}

/** Replies of an app that is set up and scanned, with 10,000 cases; what is recorded or saved stays. */
export function defaultReplies(): Replies {
  const cases = exampleCases(MANY);
  const listCases = createCaseLister(cases);
  const records = keepRecords();
  let setup = SET_UP;
  const saved = (change: Partial<typeof SET_UP>): typeof SET_UP => (setup = { ...setup, ...change });
  const lineOf = (accountId: string, ari: string): CaseLine | undefined =>
    cases.find((line) => line.person.accountId === accountId && line.ari === ari);

  return {
    'session/get': () => OWNER_SESSION,
    'setup/get': () => setup,
    'overview/get': () => AN_OVERVIEW,
    'setup/save-scope': ({ scope }) => saved({ scope }),
    'setup/save-org-key': ({ slot, orgId, expiresOn }) => {
      const card = { savedAt: SCANNED_AT, savedBy: OWNER_SESSION.accountId, expiresOn, scoped: true };
      return {
        setup: saved({ orgId, keys: { ...setup.keys, active: slot, [slot]: card, expiresInDays: null } }),
        probes: [
          aProbe('read:orgs:admin', 'The organization and its sites.', true),
          aProbe('read:directories:admin', 'The directories of groups and accounts.', true),
          aProbe('read:workspaces:admin', 'The names of products.', 'unknown'),
          aProbe('read:groups:admin', 'Groups and what they grant.', true),
          aProbe('read:accounts:admin', 'Accounts and their product access.', false),
          { ...aProbe('read:events:admin', 'How accounts came into groups.', false), optional: true },
        ],
      };
    },
    'setup/save-scim-key': ({ scimDirectoryId, expiresOn }) => {
      const card = { savedAt: SCANNED_AT, savedBy: OWNER_SESSION.accountId, expiresOn, scoped: true };
      return saved({ keys: { ...setup.keys, scim: [{ scimDirectoryId, card }] } });
    },
    'setup/forget-keys': () =>
      saved({ keys: { active: null, a: null, b: null, expiresInDays: null, scim: [] } }),
    'setup/save-identity-provider': ({ identityProvider }) =>
      saved({
        identityProviders: [
          ...setup.identityProviders.filter(({ idpId }) => idpId !== identityProvider.idpId),
          identityProvider,
        ],
      }),
    'setup/remove-identity-provider': ({ idpId }) =>
      saved({ identityProviders: setup.identityProviders.filter((idp) => idp.idpId !== idpId) }),
    'setup/test-issue-target': ({ projectKey }) => ({
      standing: projectKey === 'OPS' ? 'project-refused' : 'accepted',
    }),
    'setup/check': ({ step }) => {
      const check = exampleCheck(step);
      saved({ checks: [...setup.checks.filter((other) => other.step !== step), check] });
      return check;
    },
    'setup/save-plans': ({ plans }) => saved({ plans }),
    'setup/save-review': ({ review }) => saved({ review }),
    'setup/save-roles': ({ roles }) => saved({ roles }),
    'setup/search-people': ({ text }) => ({
      people: cases
        .slice(0, 200)
        .map(({ person }) => person)
        .filter(({ name }) => name?.toLowerCase().includes(text.toLowerCase()))
        .slice(0, 5),
    }),
    'setup/projects': () => ({
      projects: [
        { key: 'IAM', name: 'Identity' },
        { key: 'OPS', name: 'Operations' },
      ],
    }),
    'setup/issue-types': () => ({
      issueTypes: [
        { id: '10001', name: 'Task' },
        { id: '10002', name: 'Request' },
      ],
    }),
    'scan/start': () => ({
      ...SCANNED,
      state: 'running',
      phase: 'organization',
      done: 0,
      of: null,
      requests: 1,
    }),
    'scan/progress': () => SCANNED,
    'cases/list': listCases,
    'cases/get': ({ accountId, ari }) => {
      const line = lineOf(accountId, ari);
      if (line === undefined) return failure('NOT_FOUND', 'The scan of 23 November has no such case.');
      const decisions = records.all.filter(isRowDecision).filter(({ row }) => row.accountId === accountId);
      return exampleCase(
        line,
        decisions.filter(({ row }) => row.ari === ari),
      );
    },
    'cases/history': ({ before }) => exampleHistory(before),
    ...rowReplies(records),
    ...reviewReplies(),
    ...sourceReplies(records),
    ...registerReplies(records),
    ...handedOverReplies(),
    ...evidenceReplies(),
    ...exportReplies(),
    ...moneyReplies(),
    'help/get': getHelp,
    // The page lists both in their registers.
  };
}
