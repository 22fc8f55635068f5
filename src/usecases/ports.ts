import type { ScanReport } from '../contracts/coverage';
import type { Clock } from '../contracts/ports';
import type { ReviewRecord } from '../contracts/records';
import type { KeyRing, KeySlot, Settings } from '../contracts/settings';
import type { Snapshot } from '../contracts/snapshot';
import type { JiraApi } from '../atlassian/jira';
import type { OrganizationApi } from '../atlassian/organization';
import type { RequestCounter } from '../atlassian/request-counter';
import type { ScimApi } from '../atlassian/scim';
import type { ScanStore } from '../snapshot/scan';
import type { ScanState } from '../snapshot/scan-state';

/* What the use cases need of the outside. `app.ts` binds them to Atlassian, storage and clock. */

/** Thrown by every repository whose document was changed by somebody else since it was read. */
export class Conflict extends Error {}

export interface SettingsRepository {
  load(): Promise<Settings>;
  /** Saves under the version it was read at; gives what is stored now. Throws `Conflict`. */
  save(settings: Settings): Promise<Settings>;
}

export interface KeyRepository {
  load(): Promise<KeyRing>;
  save(ring: KeyRing): Promise<KeyRing>;
  organizationKey(slot: KeySlot): Promise<string | null>;
  saveOrganizationKey(slot: KeySlot, key: string): Promise<void>;
  scimKey(scimDirectoryId: string): Promise<string | null>;
  saveScimKey(scimDirectoryId: string, key: string): Promise<void>;
  /** Deletes every key of the ring. */
  forgetAll(ring: KeyRing): Promise<void>;
}

/** The one scan of an installation that runs or ran last. */
export interface ScanRecord {
  readonly status: 'running' | 'failed' | 'published';
  readonly state: ScanState;
  readonly failure: string | null;
  readonly requestedBy: string | null;
  /** Epoch ms of the last sign of life, for the sweeper. */
  readonly touchedAt: number;
}

export interface OpenScan {
  readonly record: ScanRecord;
  /** A store whose commits fail with `Conflict` once another run has taken the scan over. */
  readonly store: ScanStore;
  finish(change: Pick<ScanRecord, 'status' | 'failure'>): Promise<void>;
}

export interface ScanRepository {
  load(): Promise<ScanRecord | null>;
  /** Puts a new scan in place of the last one. Throws `Conflict`. */
  begin(record: ScanRecord): Promise<void>;
  open(): Promise<OpenScan | null>;
}

export interface Published {
  readonly scanId: string;
  readonly report: ScanReport;
  readonly publishedAt: string;
}

export interface SnapshotRepository {
  current(): Promise<Published | null>;
  load(scanId: string): Promise<Snapshot>;
  /** Stores the snapshot and then switches one pointer to it. */
  publish(snapshot: Snapshot, published: Published): Promise<void>;
}

export interface RecordRepository {
  get(id: string): Promise<{ record: ReviewRecord; version: number } | null>;
  /** Stores a record and its link in the evidence chain, both or neither. `version` 0: it is new. Throws `Conflict`. */
  save(record: ReviewRecord, version: number): Promise<void>;
  /**
   * Takes the right to create the issue of a record, until it is released or a time (epoch ms) has come. False
   * while somebody else has it. Throws `Conflict`.
   */
  claimIssue(id: string, now: number, until: number): Promise<boolean>;
  releaseIssue(id: string): Promise<void>;
  list(kind: ReviewRecord['kind']): Promise<ReviewRecord[]>;
}

export interface Ports {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly sha256: (text: string) => string;
  readonly settings: SettingsRepository;
  readonly keys: KeyRepository;
  readonly scans: ScanRepository;
  readonly snapshots: SnapshotRepository;
  readonly records: RecordRepository;
  /** Jira of this site, as the person who clicked. */
  readonly jira: JiraApi;
  /** The organization API under a key; calls are counted where a counter is given. */
  readonly organization: (orgId: string, key: string, counter?: RequestCounter) => OrganizationApi;
  readonly scim: (scimDirectoryId: string, key: string, counter?: RequestCounter) => ScimApi;
  /** Asks for a scan step after a delay (0–900 s). */
  readonly pushScanStep: (scanId: string, delaySeconds: number) => Promise<void>;
  /** Remembers what is costly to build, for this installation only. */
  readonly remember: <T>(key: string, make: () => Promise<T>) => Promise<T>;
}

/** Who makes a call, and from where: only what the platform vouches for. */
export interface CallerContext {
  readonly accountId: string;
  /** The site the app is installed on. */
  readonly cloudId: string;
}
