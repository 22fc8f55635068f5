import type { Call, Input, Output } from '../contracts/api';
import type { Settings } from '../contracts/settings';
import { getCase } from '../usecases/get-case';
import { listCases } from '../usecases/list-cases';
import { listExceptions, listRouteOuts } from '../usecases/list-records';
import { listSources } from '../usecases/list-sources';
import type { CallerContext, Ports } from '../usecases/ports';
import { recordException } from '../usecases/record-exception';
import { recordRouteOut } from '../usecases/record-route-out';
import { saveOrgKey } from '../usecases/save-org-key';
import { getProgress, startScan } from '../usecases/scans';
import { getSession } from '../usecases/session';
import {
  forgetKeys,
  removeIdentityProvider,
  saveIdentityProvider,
  savePlans,
  saveReview,
  saveRoles,
  saveScimKey,
  saveScope,
  testIssueTarget,
} from '../usecases/setup';
import { getSetup } from '../usecases/setup-view';

/** What every call is made with, once it has been let pass. */
export interface Made {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly caller: CallerContext;
}

/** Each call of the call table and the use case that answers it. A call without one does not compile. */
export const calls: { readonly [C in Call]: (made: Made, input: Input<C>) => Promise<Output<C>> } = {
  'session/get': ({ ports, settings, caller }) => getSession(ports, settings, caller),
  'setup/get': ({ ports, settings, caller }) => getSetup(ports, settings, caller),
  'setup/save-scope': ({ ports, settings }, input) => saveScope(ports, settings, input),
  'setup/save-org-key': ({ ports, settings, caller }, input) => saveOrgKey(ports, settings, caller, input),
  'setup/save-scim-key': ({ ports, settings, caller }, input) => saveScimKey(ports, settings, caller, input),
  'setup/forget-keys': ({ ports, settings }) => forgetKeys(ports, settings),
  'setup/save-identity-provider': ({ ports, settings }, input) =>
    saveIdentityProvider(ports, settings, input),
  'setup/remove-identity-provider': ({ ports, settings }, input) =>
    removeIdentityProvider(ports, settings, input),
  'setup/test-issue-target': ({ ports }, input) => testIssueTarget(ports, input),
  'setup/save-plans': ({ ports, settings }, input) => savePlans(ports, settings, input),
  'setup/save-review': ({ ports, settings }, input) => saveReview(ports, settings, input),
  'setup/save-roles': ({ ports, settings }, input) => saveRoles(ports, settings, input),
  'setup/search-people': async ({ ports }, { text }) => ({ people: await ports.jira.searchPeople(text) }),
  'setup/projects': async ({ ports }) => ({ projects: await ports.jira.projects() }),
  'setup/issue-types': async ({ ports }, { projectKey }) => ({
    issueTypes: await ports.jira.issueTypes(projectKey),
  }),
  'scan/start': ({ ports, settings, caller }) => startScan(ports, settings, caller.accountId),
  'scan/progress': ({ ports }) => getProgress(ports),
  'cases/list': ({ ports, settings, caller }, input) => listCases(ports, settings, caller, input),
  'cases/get': ({ ports, settings, caller }, input) => getCase(ports, settings, caller, input),
  'sources/list': ({ ports, settings, caller }, input) => listSources(ports, settings, caller, input),
  'route-outs/record': ({ ports, settings, caller }, input) => recordRouteOut(ports, settings, caller, input),
  'route-outs/list': async ({ ports, settings, caller }) => ({
    lines: await listRouteOuts(ports, settings, caller),
  }),
  'exceptions/record': ({ ports, settings, caller }, input) =>
    recordException(ports, settings, caller, input),
  'exceptions/list': async ({ ports, settings, caller }) => ({
    lines: await listExceptions(ports, settings, caller),
  }),
};
