import type { ScanReport } from '../contracts/coverage';
import type { Clock } from '../contracts/ports';
import type { Batch, BatchResult, BatchRow } from '../contracts/batches';
import type { Cycle, LedgerLine } from '../contracts/cycles';
import type { QueueItem } from '../contracts/queue';
import type { RecordKind, RecordOf, ReviewRecord } from '../contracts/records';
import type { HeldSeats, SavingsLedger } from '../contracts/savings';
import type { KeyRing, KeySlot, Settings } from '../contracts/settings';
import type { KeptCheck } from '../contracts/setup-checks';
import type { Snapshot } from '../contracts/snapshot';
import type { ChainHead, ChainLink } from '../evidence/chain';
import type { Mandate } from '../review/mandate';
import type { JiraApi } from '../atlassian/jira';
import type { OrganizationApi } from '../atlassian/organization';
import type { RequestCounter } from '../atlassian/request-counter';
import type { ScimApi } from '../atlassian/scim';
import type { ScanStore } from '../snapshot/scan';
import type { ScanState } from '../snapshot/scan-state';

/* What the use cases need of the outside. `app.ts` binds them to Atlassian, storage and clock. */

/** Thrown by every repository whose document was changed by somebody else since it was read. */
export class Conflict extends Error {}

/** Thrown wherever records are read and the evidence chain does not hold: nothing tells what was decided. */
export class EvidenceBroken extends Error {}

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

/** The last test of each step of the setup checklist. */
export interface SetupCheckRepository {
  /** What cannot be read any more is left out: its step was not tested. */
  load(): Promise<KeptCheck[]>;
  /** Puts a test in place of the one before of its step. */
  keep(kept: KeptCheck): Promise<void>;
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
  /** The one before the current one; null where there is none, or too little is known of it. */
  previous(): Promise<Published | null>;
  load(scanId: string): Promise<Snapshot>;
  /** Stores the snapshot and then switches one pointer to it. */
  publish(snapshot: Snapshot, published: Published): Promise<void>;
  /** Keeps the current snapshot beyond the next ones, for the review that is opened on it. */
  pin(scanId: string): Promise<void>;
  /** Gives up every pinned snapshot but one. */
  releaseOthers(scanId: string): Promise<void>;
  pinned(): Promise<Published[]>;
}

export interface StoredRecord<R extends ReviewRecord = ReviewRecord> {
  readonly record: R;
  /** 0: not stored yet. */
  readonly version: number;
}

export interface RecordRepository {
  get(id: string): Promise<StoredRecord | null>;
  /**
   * Stores a new record and its link in the evidence chain, both or neither, if the record that it supersedes is
   * still the newest of its subject; `after` is that one as it is stored from now on, where it changes with it.
   * Throws `Conflict`.
   */
  add(record: ReviewRecord, after: StoredRecord | null): Promise<void>;
  /** The newest record of a subject, whether it holds or not. */
  newest(subject: string): Promise<StoredRecord | null>;
  /** Stores a record after a step, with its link in the evidence chain. Throws `Conflict`. */
  save(record: ReviewRecord, version: number): Promise<void>;
  /**
   * Takes the right to create an issue, until it is released or a time (epoch ms) has come. False while somebody
   * else has it. Throws `Conflict`.
   */
  claimIssue(id: string, now: number, until: number): Promise<boolean>;
  releaseIssue(id: string): Promise<void>;
  /** Newest first. */
  list<K extends RecordKind>(kind: K): Promise<RecordOf<K>[]>;
  listStored<K extends RecordKind>(kind: K): Promise<StoredRecord<RecordOf<K>>[]>;
  /**
   * Holds what is stored of some records, in the order in which they were first stored, against what the chain tells
   * of them. `changed`: the first that is stored otherwise, as the chain tells it; null where there is none.
   */
  compareWithChain(from: number, count: number): Promise<{ changed: ReviewRecord | null; total: number }>;
}

/** The evidence chain, to be read: who stores something there does so through the other repositories. */
export interface ChainRepository {
  head(): Promise<ChainHead>;
  /** Some links, in their order; null for one that is not there or cannot be read. */
  links(from: number, count: number): Promise<(ChainLink | null)[]>;
  /** The links of one record, the oldest first. */
  linksOf(recordId: string): Promise<ChainLink[]>;
}

export interface StoredCycle {
  readonly cycle: Cycle;
  readonly version: number;
}

export interface CycleRepository {
  get(id: string): Promise<StoredCycle | null>;
  /** The cycle begun last. */
  latest(): Promise<StoredCycle | null>;
  /** Newest first. */
  list(): Promise<Cycle[]>;
  /** Stores a new cycle; there is one of an id, ever. Throws `Conflict` where there is. */
  begin(cycle: Cycle): Promise<void>;
  /** Stores moves of cycles together, with their links in the evidence chain. Throws `Conflict`. */
  save(changes: readonly StoredCycle[]): Promise<void>;
  /** What a cycle lists is kept beside it under the hash that is given back. */
  keepItems(items: readonly QueueItem[]): Promise<string>;
  items(hash: string): Promise<QueueItem[]>;
  keepLedger(lines: readonly LedgerLine[]): Promise<string>;
  /** Null where it is not kept any more. */
  ledger(hash: string): Promise<LedgerLine[] | null>;
  keepSeatAges(ages: Uint32Array): Promise<string>;
  seatAges(hash: string): Promise<Uint32Array>;
  forgetSeatAges(hash: string): Promise<void>;
  /** Group ids of the first scan that was reviewed: a local group among them is a legacy one. */
  keepFirstGroups(groupIds: readonly string[]): Promise<void>;
  firstGroups(): Promise<string[]>;
}

export interface SavingsRepository {
  /** The ledger as it stands, an empty one of version 0 before the first. */
  load(): Promise<{ readonly ledger: SavingsLedger; readonly version: number }>;
  /** Stores the ledger under its hash, which becomes a link of the evidence chain. Throws `Conflict`. */
  save(ledger: SavingsLedger, version: number): Promise<void>;
  /** Seats at the opening of a review are kept beside the ledger under the hash that is given back. */
  keepSeats(seats: HeldSeats): Promise<string>;
  seats(hash: string): Promise<HeldSeats>;
  forgetSeats(hash: string): Promise<void>;
}

export interface StoredBatch {
  readonly batch: Batch;
  readonly version: number;
}

export interface BatchRepository {
  /** Stores a new batch with its rows, and with it the batch that it takes back, if any. Throws `Conflict`. */
  begin(batch: Batch, rows: readonly BatchRow[], takenBack?: StoredBatch): Promise<void>;
  get(id: string): Promise<StoredBatch | null>;
  rows(batch: Batch): Promise<BatchRow[]>;
  /** Stores how far a batch is, with the results of the rows since. Throws `Conflict`. */
  advance(batch: Batch, version: number, results: readonly BatchResult[]): Promise<void>;
  results(batch: Batch): Promise<BatchResult[]>;
  /** Ids of batches that are not done. */
  unfinished(): Promise<string[]>;
}

export interface Ports {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly sha256: (text: string) => string;
  readonly settings: SettingsRepository;
  readonly keys: KeyRepository;
  readonly setupChecks: SetupCheckRepository;
  readonly scans: ScanRepository;
  readonly snapshots: SnapshotRepository;
  readonly records: RecordRepository;
  readonly chain: ChainRepository;
  readonly cycles: CycleRepository;
  readonly batches: BatchRepository;
  readonly savings: SavingsRepository;
  /** The site the app is installed on. */
  readonly cloudId: string;
  /** Where the desk stands on the site, from its root; null where the platform does not tell. */
  readonly deskPath: string | null;
  /** Jira of this site, as the person who clicked. */
  readonly jira: JiraApi;
  /** Jira of this site, as the app: for what nobody clicked at that moment. */
  readonly jiraAsApp: JiraApi;
  /** The organization API under a key; calls are counted where a counter is given. */
  readonly organization: (orgId: string, key: string, counter?: RequestCounter) => OrganizationApi;
  readonly scim: (scimDirectoryId: string, key: string, counter?: RequestCounter) => ScimApi;
  /** Asks for a scan step after a delay (0–900 s). */
  readonly pushScanStep: (scanId: string, delaySeconds: number) => Promise<void>;
  /** Asks for the next rows of a batch. */
  readonly pushBatchStep: (batchId: string) => Promise<void>;
  /** Asks for a look at what is handed over, after a delay (0–900 s). */
  readonly pushRouteOutStep: (delaySeconds: number) => Promise<void>;
  /** Remembers what is costly to build, for this installation only. */
  readonly remember: <T>(key: string, make: () => Promise<T>) => Promise<T>;
}

/** Who comes, and from where: only what the platform vouches for. */
export interface Visitor {
  readonly accountId: string;
  /** The site the app is installed on. */
  readonly cloudId: string;
}

/** Who makes a call that has been let pass, and through which of the two pages. */
export interface CallerContext extends Visitor {
  /** At the identity owner’s desk: all that he is shown there, and may answer. Null on the admin page. */
  readonly mandate: Mandate | null;
}
