import type { RequestIssue, RouteOut } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { ApiError } from '../../atlassian/errors';
import { isUnderWay } from '../../review/route-outs/pace';
import { UseCaseError } from '../errors';
import { Conflict, type Ports, type StoredRecord } from '../ports';
import { askJira } from './deliver-request';
import { moveAsApp, note, profileOf } from './requests';

/** Who can be asked: the accounts of a group or of its provider, in order; the first that is open is asked. */
async function ownerFor(
  ports: Ports,
  settings: Settings,
  about: { idpId: string; groupId: string | null },
  isOpen: (accountId: string) => Promise<boolean>,
): Promise<string | null> {
  const provider = settings.identityProviders.find(({ idpId }) => idpId === about.idpId);
  const profile = await profileOf(ports, about);
  const named = [profile?.identityOwner ?? null, ...(provider?.owners ?? []), provider?.deputy ?? null];
  for (const accountId of named) if (accountId !== null && (await isOpen(accountId))) return accountId;
  return null;
}

/**
 * Sees to it that everything handed over is with somebody who can answer: where an account was closed, the next
 * one named takes its place; where there is none, the rows need an owner, and get on when one is named.
 */
export async function findOwners(ports: Ports, settings: Settings): Promise<void> {
  const known = new Map<string, Promise<boolean>>();
  const isOpen = (accountId: string): Promise<boolean> => {
    const asked =
      known.get(accountId) ??
      askJira(() => ports.jiraAsApp.person(accountId)).then((one) => one?.active === true);
    known.set(accountId, asked);
    return asked;
  };
  for (const stored of await ports.records.listStored('request-issue')) {
    if (isUnderWay(stored.record)) await settled(() => keepAsked(ports, settings, stored, isOpen));
  }
  for (const stored of await ports.records.listStored('route-out')) {
    await settled(() => findFor(ports, settings, stored, isOpen));
  }
}

/** Somebody moved the record at this moment, or Jira refused one issue: the next look sees to it, and others go on. */
async function settled(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Conflict) && !(error instanceof UseCaseError)) throw error;
  }
}

async function keepAsked(
  ports: Ports,
  settings: Settings,
  stored: StoredRecord<RequestIssue>,
  isOpen: (accountId: string) => Promise<boolean>,
): Promise<void> {
  if (await isOpen(stored.record.identityOwner)) return;
  const identityOwner = await ownerFor(ports, settings, stored.record, isOpen);
  if (identityOwner === null) return;
  if (stored.record.issueKey !== null) await giveTo(ports, stored.record.issueKey, identityOwner);
  await note(ports, stored, { identityOwner });
}

/** Gives an issue to whoever is asked now. One who cannot be assigned issues there is asked in its comments. */
async function giveTo(ports: Ports, issueKey: string, accountId: string): Promise<void> {
  await askJira(async () => {
    try {
      await ports.jiraAsApp.assign(issueKey, accountId);
    } catch (error) {
      if (!(error instanceof ApiError) || error.failure === 'unreachable') throw error;
    }
  });
}

async function findFor(
  ports: Ports,
  settings: Settings,
  stored: StoredRecord<RouteOut>,
  isOpen: (accountId: string) => Promise<boolean>,
): Promise<void> {
  const { state, identityOwner, idpId, row } = stored.record;
  const about = { idpId, groupId: row.groupId };
  switch (state) {
    case 'needs-owner': {
      const found = await ownerFor(ports, settings, about, isOpen);
      if (found !== null) {
        await moveAsApp(ports, stored, 'find-owner', { note: found, change: { identityOwner: found } });
      }
      return;
    }
    case 'needs-profile':
      if ((await profileOf(ports, about)) !== null)
        await moveAsApp(ports, stored, 'find-profile', { note: '' });
      return;
    case 'ready':
    case 'sent':
    case 'acknowledged':
    case 'not-confirmed': {
      if (identityOwner !== null && (await isOpen(identityOwner))) return;
      const found = await ownerFor(ports, settings, about, isOpen);
      if (found !== null) await note(ports, stored, { identityOwner: found });
      else
        await moveAsApp(ports, stored, 'lose-owner', {
          note: identityOwner ?? '',
          change: { identityOwner: null, issueId: null, issueKey: null },
        });
      return;
    }
    case 'done-claimed':
    case 'disputed':
    case 'confirmed':
    case 'withdrawn':
    case 'superseded':
      return;
  }
}
