import { ASKING_DEFAULTS } from '../../src/contracts/settings';
import type { Call, Input, Output, Reply } from '../../src/contracts/api';
import type { RoleGrant } from '../../src/contracts/settings';
import type { Host } from '../host/host';
import type { OrgFile } from '../org/org-file';

export interface FirstRun {
  readonly host: Host;
  readonly installationId: string;
  readonly admin: string;
  readonly orgId: string;
  readonly orgKey: string;
  readonly scimKeys: ReadonlyMap<string, string>;
  readonly world: OrgFile;
  /** Who answers for what the identity providers write; none for a live organization. */
  readonly identityOwner: string | null;
  /** Roles to give, besides the owner that the admin becomes. */
  readonly roles: readonly RoleGrant[];
  /** Whether to wait for the scan. A live organization is read at Forge’s pace; the page shows how far it is. */
  readonly waits: boolean;
}

/**
 * Sets the app up the way an organization admin would, through the same calls, and runs the first scan.
 * Does nothing where an earlier start has done it.
 */
export async function firstRun(run: FirstRun): Promise<Output<'scan/progress'>> {
  const call = async <C extends Call>(name: C, input: Input<C>): Promise<Output<C>> => {
    const { host, installationId, admin } = run;
    const reply = (await host.invoke(installationId, name, input, {
      accountId: admin,
      moduleKey: 'seatpath',
    })) as Reply<Output<C>>;
    if (!reply.ok) {
      const log = host.inspect(installationId).logs.at(-1)?.text ?? '';
      throw new Error(`${name}: ${reply.error.message} ${log}`);
    }
    return reply.data;
  };
  const progress = await call('scan/progress', {});
  if (progress.state !== 'never') return progress;

  const { orgId, orgKey } = run;
  // The key of a simulated organization has scopes; a live one may have been made without, and that is the person's choice.
  await call('setup/save-org-key', {
    slot: 'a',
    orgId,
    key: orgKey,
    expiresOn: null,
    insistOnUnscoped: true,
  });
  for (const [scimDirectoryId, key] of run.scimKeys) {
    await call('setup/save-scim-key', { scimDirectoryId, key, expiresOn: null });
  }
  await call('setup/save-scope', { scope: 'organization' });
  for (const { scimDirectoryId, name, kind } of run.world.identityProviders) {
    await call('setup/save-identity-provider', {
      identityProvider: {
        idpId: scimDirectoryId,
        name,
        kind,
        owners: run.identityOwner === null ? [] : [run.identityOwner],
        deputy: null,
        ...ASKING_DEFAULTS,
        ...(await issueTarget(call)),
      },
    });
  }
  if (run.roles.length > 0) {
    const { roles } = await call('setup/get', {});
    await call('setup/save-roles', { roles: [...roles, ...run.roles] });
  }
  await call('scan/start', {});
  if (run.waits) await run.host.drainQueue(run.installationId);
  return call('scan/progress', {});
}

/** The first project and issue type that Jira offers: on a laptop any will do, and setup can change it. */
async function issueTarget(
  call: <C extends Call>(name: C, input: Input<C>) => Promise<Output<C>>,
): Promise<{ projectKey: string | null; issueTypeId: string | null }> {
  const project = (await call('setup/projects', {})).projects[0];
  if (!project) return { projectKey: null, issueTypeId: null };
  const type = (await call('setup/issue-types', { projectKey: project.key })).issueTypes[0];
  return { projectKey: project.key, issueTypeId: type?.id ?? null };
}
