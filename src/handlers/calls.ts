import type { Call, Input, Output } from '../contracts/api';
import type { Settings } from '../contracts/settings';
import { checkChain } from '../usecases/evidence/check-chain';
import { getEvidence } from '../usecases/evidence/get-evidence';
import { exportCases } from '../usecases/exports/export-cases';
import { exportLedger } from '../usecases/exports/export-ledger';
import { exportDecisions, exportRegister } from '../usecases/exports/export-records';
import { getCase } from '../usecases/get-case';
import { getCaseHistory } from '../usecases/history/get-case-history';
import { getHelp } from '../usecases/get-help';
import { listCases } from '../usecases/list-cases';
import { getOverview } from '../usecases/overview/get-overview';
import type { CallerContext, Ports } from '../usecases/ports';
import { attestSite } from '../usecases/records/attest-site';
import { listRegister } from '../usecases/records/list-register';
import { moveRecord } from '../usecases/records/move-record';
import { protect, suggestProtection } from '../usecases/records/protect';
import { recordException } from '../usecases/records/record-exception';
import { recordHold } from '../usecases/records/record-hold';
import { recordKeep } from '../usecases/records/record-keep';
import { recordLocalAction } from '../usecases/records/record-local-action';
import { recordRouteOut } from '../usecases/records/record-route-out';
import { closeCycle } from '../usecases/review/close-cycle';
import { decideCases } from '../usecases/review/decide-cases';
import { decideItem } from '../usecases/review/decide-item';
import { getBatch } from '../usecases/review/get-batch';
import { getCycle } from '../usecases/review/get-cycle';
import { getItem } from '../usecases/review/get-item';
import { getPastCycle } from '../usecases/review/get-past-cycle';
import { listQueue } from '../usecases/review/list-queue';
import { takeBack } from '../usecases/review/take-back';
import { listPools } from '../usecases/savings/list-pools';
import { listSavings } from '../usecases/savings/list-savings';
import { recordInvoiceLine } from '../usecases/savings/record-invoice-line';
import { savePool } from '../usecases/savings/save-pool';
import { attestSource } from '../usecases/sources/attest-source';
import { getSource } from '../usecases/sources/get-source';
import { intendSource } from '../usecases/sources/intend';
import { listSources } from '../usecases/sources/list-sources';
import { nameSteward } from '../usecases/sources/name-steward';
import { previewChange, redesignSource } from '../usecases/sources/redesign';
import { answerRouteOut } from '../usecases/route-outs/answer-route-out';
import { listRequests } from '../usecases/route-outs/list-requests';
import { recordProfile } from '../usecases/route-outs/record-profile';
import { requestFile } from '../usecases/route-outs/request-file';
import { checkSetup } from '../usecases/setup/check/check-setup';
import { saveOrgKey } from '../usecases/setup/save-org-key';
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
} from '../usecases/setup/save-settings';
import { targetStands } from '../usecases/setup/check/ask-as-app';
import { measureOverrides } from '../usecases/overrides/measure-overrides';
import { recordBoundaryException } from '../usecases/overrides/record-boundary-exception';
import { getSetup } from '../usecases/setup/setup-view';

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
  'setup/test-issue-target': async ({ ports }, input) => ({ standing: await targetStands(ports, input) }),
  'setup/check': ({ ports, settings, caller }, input) => checkSetup(ports, settings, caller, input),
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
  'overview/get': ({ ports, settings, caller }) => getOverview(ports, settings, caller),
  'cases/list': ({ ports, settings, caller }, input) => listCases(ports, settings, caller, input),
  'cases/decide': ({ ports, settings, caller }, input) => decideCases(ports, settings, caller, input),
  'cases/get': ({ ports, settings, caller }, input) => getCase(ports, settings, caller, input),
  'cases/history': ({ ports, settings, caller }, input) => getCaseHistory(ports, settings, caller, input),
  'sources/list': ({ ports, settings, caller }, input) => listSources(ports, settings, caller, input),
  'sources/get': ({ ports, settings, caller }, input) => getSource(ports, settings, caller, input),
  'sources/simulate': ({ ports, settings, caller }, input) => previewChange(ports, settings, caller, input),
  'sources/intend': ({ ports, settings, caller }, input) => intendSource(ports, settings, caller, input),
  'sources/redesign': ({ ports, settings, caller }, input) => redesignSource(ports, settings, caller, input),
  'sources/attest': ({ ports, settings, caller }, input) => attestSource(ports, settings, caller, input),
  'sources/steward': ({ ports, settings, caller }, input) => nameSteward(ports, settings, caller, input),
  'cycle/get': ({ ports, settings, caller }) => getCycle(ports, settings, caller),
  'cycle/past': ({ ports, settings, caller }, input) => getPastCycle(ports, settings, caller, input),
  'cycle/close': ({ ports, settings, caller }, input) => closeCycle(ports, settings, caller, input),
  'queue/list': ({ ports, settings, caller }, input) => listQueue(ports, settings, caller, input),
  'queue/item': ({ ports, settings, caller }, input) => getItem(ports, settings, caller, input),
  'queue/decide': ({ ports, settings, caller }, input) => decideItem(ports, settings, caller, input),
  'batches/take-back': ({ ports, settings, caller }, input) => takeBack(ports, settings, caller, input),
  'batches/get': ({ ports, settings }, input) => getBatch(ports, settings, input),
  'route-outs/record': ({ ports, settings, caller }, input) => recordRouteOut(ports, settings, caller, input),
  'exceptions/record': ({ ports, settings, caller }, input) =>
    recordException(ports, settings, caller, input),
  'holds/record': ({ ports, settings, caller }, input) => recordHold(ports, settings, caller, input),
  'keeps/record': ({ ports, settings, caller }, input) => recordKeep(ports, settings, caller, input),
  'local-actions/record': ({ ports, settings, caller }, input) =>
    recordLocalAction(ports, settings, caller, input),
  'boundary-exceptions/record': ({ ports, settings, caller }, input) =>
    recordBoundaryException(ports, settings, caller, input),
  'sites/attest': ({ ports, settings, caller }, input) => attestSite(ports, settings, caller, input),
  'protections/record': ({ ports, caller }, input) => protect(ports, caller, input),
  'protections/suggest': ({ ports, settings, caller }) => suggestProtection(ports, settings, caller),
  'records/move': ({ ports, settings, caller }, input) => moveRecord(ports, settings, caller, input),
  'evidence/get': ({ ports, settings, caller }, input) => getEvidence(ports, settings, caller, input),
  'evidence/check': ({ ports, settings, caller }, input) => checkChain(ports, settings, caller, input),
  'exports/cases': ({ ports, settings, caller }, input) => exportCases(ports, settings, caller, input),
  'exports/register': ({ ports, settings, caller }, input) => exportRegister(ports, settings, caller, input),
  'exports/decisions': ({ ports, settings, caller }, input) =>
    exportDecisions(ports, settings, caller, input),
  'exports/ledger': ({ ports, settings, caller }, input) => exportLedger(ports, settings, caller, input),
  'pools/list': ({ ports, settings, caller }) => listPools(ports, settings, caller),
  'pools/save': ({ ports, settings, caller }, input) => savePool(ports, settings, caller, input),
  'invoice-lines/record': ({ ports, settings, caller }, input) =>
    recordInvoiceLine(ports, settings, caller, input),
  'savings/list': ({ ports, settings, caller }, input) => listSavings(ports, settings, caller, input),
  'overrides/measured': ({ ports, settings, caller }) => measureOverrides(ports, settings, caller),
  'registers/list': ({ ports, settings, caller }, input) => listRegister(ports, settings, caller, input),
  'requests/list': ({ ports, settings, caller }) => listRequests(ports, settings, caller),
  'route-outs/answer': ({ ports, settings, caller }, input) => answerRouteOut(ports, settings, caller, input),
  'group-profiles/record': ({ ports, settings, caller }, input) =>
    recordProfile(ports, settings, caller, input),
  'help/get': () => Promise.resolve(getHelp()),
  'requests/file': ({ ports, settings, caller }, input) => requestFile(ports, settings, caller, input),
};
