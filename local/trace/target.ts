import type { Clock } from '../../src/contracts/ports';
import type { OrgFile } from '../org/org-file';
import { OrgFileError } from '../org/org-file-error';
import { parseOrgFile } from '../org/read-org-file';
import { type SimulatedOrg, type SimulatedOrgOptions, startSimulatedOrg } from '../org/server';
import { type Source, UsageError } from './arguments';

/** An organization that can be asked: a live one, or an org file behind the simulated API. */
export interface Target {
  readonly orgId: string;
  readonly orgKey: string;
  readonly adminUrl: string;
  readonly scimKeys: ReadonlyMap<string, string>;
  /** Identity providers of an org file that have no SCIM API to read. */
  readonly unread: Readonly<Record<string, 'not-scim'>>;
  readonly clock: Clock;
  /** Epoch ms. */
  readonly now: number;
  readonly simulated: SimulatedOrg | null;
  close(): Promise<void>;
}

/** The longest delay that a timer of Node takes; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms) => {
    for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
      await new Promise((wake) => setTimeout(wake, Math.min(left, LONGEST_TIMER_MS)));
    }
  },
};

export async function openTarget(source: Source): Promise<Target> {
  if (source.kind === 'org-file') return openOrgFile(readOrgFile(source.path, source.text));
  return {
    orgId: source.orgId,
    orgKey: source.orgKey,
    adminUrl: source.adminUrl,
    scimKeys: source.scimKeys,
    unread: {},
    clock: systemClock,
    now: systemClock.now(),
    simulated: null,
    close: async () => undefined,
  };
}

function readOrgFile(path: string, text: string): OrgFile {
  try {
    return parseOrgFile(text);
  } catch (error) {
    if (error instanceof OrgFileError) throw new UsageError(`--org: ${path}: ${error.message}`);
    throw error;
  }
}

/** Serves an org file on loopback. Its time is virtual: waiting costs nothing and lets its world go on. */
export async function openOrgFile(org: OrgFile, options: SimulatedOrgOptions = {}): Promise<Target> {
  const simulated = await startSimulatedOrg(org, options);
  const { clock } = simulated;
  return {
    orgId: org.org.id,
    orgKey: simulated.orgKey,
    adminUrl: simulated.origin,
    scimKeys: simulated.scimKeys,
    unread: Object.fromEntries(
      org.identityProviders.flatMap(({ scimDirectoryId }) =>
        simulated.scimKeys.has(scimDirectoryId) ? [] : [[scimDirectoryId, 'not-scim' as const]],
      ),
    ),
    clock: {
      now: () => clock.now(),
      sleep: async (ms) => {
        clock.advanceBy(ms);
      },
    },
    now: Date.parse(org.now),
    simulated,
    close: () => simulated.close(),
  };
}
