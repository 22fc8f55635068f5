import type { HostClock } from './clock';
import type { Installation, InstallationSpec } from './installation';
import type { StorageUse } from './kvs/rates';
import type { Space } from './kvs/store';
import type { Manifest } from './manifest';
import type { EventState } from './queue/store';
import type { DeliveryKnobs, DrainResult } from './queue/worker';
import type { Recorder, Remark } from './recorder';
import type { InvocationRecord } from './runtime/invoke';
import type { LogLine } from './runtime/log-keeper';
import type { AnswerReport } from './runtime/personal-data';
import type { RequestMeta } from './runtime/platform-router';
import type { ProductGateway } from './runtime/product';

export interface HostOptions {
  manifestPath: string;
  /** Gives the exports of the app's entry; called once, after the globals are in place. */
  loadApp: () => Promise<Record<string, unknown>>;
  /** A folder, made when it is not there, or ':memory:'. */
  dataDir: string;
  clock: HostClock;
  installations: InstallationSpec[];
  /** Public origin → origin that answers for it. */
  egressOrigins?: Record<string, string>;
  products: ProductGateway;
  /** 0 ≤ x < 1; only the delivery knobs use it. */
  random?: () => number;
  delivery?: DeliveryKnobs;
  /** Milliseconds that each platform call takes on a clock that can be moved; 0 unless given. */
  callCost?: Partial<Record<CallKind, number>>;
  /** Milliseconds for which expired values can still be read; Forge says up to 48 hours. 0 unless given. */
  expiredStayMs?: number;
  /** Answers `privacy.reportPersonalData`. */
  reportAccounts?: AnswerReport;
  /** Sees each call of the `@forge/*` packages before it is answered (contract tests). */
  onPlatformCall?: (call: { meta: RequestMeta; path: string; init: RequestInit }) => void;
  /** Sees that a call has taken effect before the app hears of it; what it throws the call throws. */
  onPlatformAnswer?: () => void;
  log?: (line: string) => void;
}

export type CallKind = 'storage' | 'queue' | 'product' | 'egress';

export interface InvokeOptions {
  accountId: string;
  moduleKey: string;
  /** Merged over what the page would send; the app must not trust it. */
  context?: Record<string, unknown>;
}

export interface FunctionRun {
  event?: unknown;
  accountId?: string;
  moduleType?: string;
  moduleKey?: string;
}

/** One stored entry as an inspector sees it; the value of a secret never. */
export interface InspectedEntry {
  space: Space;
  entity: string;
  key: string;
  value?: unknown;
  bytes: number;
  expiresAt: number | null;
}

export interface Inspection {
  entries(): InspectedEntry[];
  storage: StorageUse;
  logs: LogLine[];
  /** The last invocations that are over, with the external requests each has made. */
  invocations: InvocationRecord[];
  refusals: Remark[];
}

export interface Host {
  readonly manifest: Manifest;
  readonly installations: Installation[];
  readonly clock: HostClock;
  readonly recorder: Recorder;
  /** Calls a resolver function as the page of `moduleKey` would. @throws InvocationFailedError */
  invoke(
    installationId: string,
    functionKey: string,
    payload: unknown,
    options: InvokeOptions,
  ): Promise<unknown>;
  /** Runs any function of the manifest with an event and the context of a backend call. */
  runFunction(installationId: string, functionKey: string, run?: FunctionRun): Promise<unknown>;
  fireSchedule(moduleKey: string, installationId: string): Promise<void>;
  /** Runs the scheduled triggers that are due; gives how many were. */
  runDueSchedules(): Promise<number>;
  drainQueue(installationId?: string, options?: { until?: number }): Promise<DrainResult>;
  queueStats(installationId?: string): Record<EventState, number>;
  /** From now on due schedules and events run on their own; the answer stops that. */
  runByItself(): () => void;
  inspect(installationId: string): Inspection;
  /** A request to a product as a person, as the page's `requestJira` makes it. */
  requestAsUser(
    installationId: string,
    accountId: string,
    call: { product: string; path: string; init: RequestInit },
  ): Promise<Response>;
  /** External requests in the running minute, all installations. */
  egressInMinute(): number;
  /** Events put back when the host found work of a process that had died. */
  readonly recovered: number;
  close(): Promise<void>;
}
