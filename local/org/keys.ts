import type { VirtualClock } from './clock';
import { nameFrom } from './http/chance';

/** The read scopes that an organization API key can carry; 2026-08, jira.js' live test suite. */
export const readScopes = [
  'read:orgs:admin',
  'read:accounts:admin',
  'read:directories:admin',
  'read:groups:admin',
  'read:workspaces:admin',
  'read:domains:admin',
  'read:policies:admin',
  'read:events:admin',
] as const;

/** A key to be made. */
export interface KeySpec {
  /** Left out: the read scopes. `null`: a key without scopes, which may do everything. */
  readonly scopes?: readonly string[] | null;
  /** A key that has run out already, or will at this instant (epoch ms). */
  readonly expired?: boolean;
  readonly expiresAt?: number;
  /** A key of another organization. */
  readonly orgId?: string;
  /** Whose key it is: with the account goes the key. Left out: a key that hangs on nobody. */
  readonly owner?: string;
  /** A key of this SCIM directory instead of the organization. */
  readonly scimDirectoryId?: string;
}

/** Keys that exist from the start; what is left out is derived from the organization's id. */
export interface KeyRingOptions {
  readonly orgKey?: string;
  readonly orgScopes?: readonly string[] | null;
  readonly scimKeys?: Readonly<Record<string, string>>;
}

export interface OrgKey {
  readonly orgId: string;
  readonly scopes: readonly string[] | null;
  readonly expiresAt: number;
  readonly owner: string | undefined;
  readonly scimDirectoryId: string | undefined;
  readonly name: string;
}

/** All keys of one simulated organization, by their secret. */
export class KeyRing {
  private readonly keys = new Map<string, OrgKey>();
  private readonly orgId: string;
  private readonly clock: VirtualClock;

  constructor(orgId: string, clock: VirtualClock) {
    this.orgId = orgId;
    this.clock = clock;
  }

  issue(spec: KeySpec, secret?: string): string {
    const kind = spec.scimDirectoryId === undefined ? 'org' : 'scim';
    const made = secret ?? `${kind}-key-${nameFrom(this.orgId, this.keys.size, JSON.stringify(spec))}`;
    this.keys.set(made, {
      orgId: spec.orgId ?? this.orgId,
      scopes: spec.scopes === undefined ? readScopes : spec.scopes,
      expiresAt: spec.expired === true ? this.clock.now() : (spec.expiresAt ?? Infinity),
      owner: spec.owner,
      scimDirectoryId: spec.scimDirectoryId,
      name: `key ${String(this.keys.size + 1)}`,
    });
    return made;
  }

  /** The key behind a bearer header, unless it is unknown or has run out. */
  find(authorization: string | undefined): OrgKey | undefined {
    const secret = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    const key = secret === undefined ? undefined : this.keys.get(secret);
    return key === undefined || key.expiresAt <= this.clock.now() ? undefined : key;
  }
}
