import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Input, Output } from '../../src/contracts/api';
import type { ErrorCode } from '../../src/contracts/error-codes';
import type { RowRef } from '../../src/contracts/evidence';
import type { RequestIssue } from '../../src/contracts/route-outs';
import type { RecordKind, RecordOf, ReviewRecord } from '../../src/contracts/records';
import { type ChainHead, type ChainLink, findBrokenLink } from '../../src/evidence/chain';
import { INSTALLATION, type RunningApp, type RunningAppOptions } from './app';
import { setUpAndScan, withApp } from './set-up';

export const DAY = 86_400_000;

/** A reply that refuses, with its code and what its words say; of a conflict the code says all. */
export const refusal = (code: ErrorCode, message = code === 'CONFLICT' ? /^/ : /./): unknown => ({
  ok: false,
  error: { code, message: expect.stringMatching(message) as string },
});

/** The day (UTC) that many days from now. */
export const dayIn = (app: RunningApp, days: number): string =>
  new Date(app.clock.now() + days * DAY).toISOString().slice(0, 10);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The evidence chain as it stands in storage. */
export function chainOf(app: RunningApp): { links: ChainLink[]; head: ChainHead } {
  const entries = app.host.inspect(INSTALLATION).entries();
  const head = entries.find((entry) => entry.key === 'chain-head')!.value as { body: ChainHead };
  const links = entries
    .filter((entry) => entry.entity === 'event')
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((entry) => (entry.value as { body: ChainLink }).body);
  return { links, head: head.body };
}

/** The chain holds, and its last link of each record is that record as it is stored. */
export function expectChainHolds(app: RunningApp): void {
  const { links, head } = chainOf(app);
  expect(findBrokenLink(links, head, sha256)).toBeNull();
  for (const record of recordsOf(app)) {
    const last = links.findLast((link) => link.recordId === record.id);
    expect(last && JSON.parse(last.body), record.id).toEqual(record);
  }
}

/** Every record as it stands in storage, in the order of the ids. */
export function recordsOf(app: RunningApp): ReviewRecord[] {
  return app.host
    .inspect(INSTALLATION)
    .entries()
    .filter((entry) => entry.entity === 'record')
    .map((entry) => (entry.value as { body: ReviewRecord }).body);
}

/** What people decided, without the issues that hand it over. */
export const decisionsOf = (app: RunningApp): ReviewRecord[] =>
  recordsOf(app).filter(({ kind }) => kind !== 'request-issue');

/** The issues for identity owners as they stand in storage. */
export const requestsOf = (app: RunningApp): RequestIssue[] =>
  recordsOf(app).filter((record) => record.kind === 'request-issue');

/** One record as it stands in storage. */
export function storedRecord(app: RunningApp, id: string): ReviewRecord {
  return recordsOf(app).find((record) => record.id === id)!;
}

/** Runs a test over an app that is set up and scanned. */
export async function withRecords(
  run: (app: RunningApp) => Promise<void>,
  options: RunningAppOptions = {},
): Promise<void> {
  await withApp(options, async (app) => {
    await setUpAndScan(app);
    await run(app);
  });
}

/** A folder for a host that is stopped and started again. */
export async function withFolder(run: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'seatpath-records-'));
  try {
    await run(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The records of one kind as its register lists them. */
export async function registered<K extends RecordKind>(
  app: RunningApp,
  kind: K,
  accountId?: string,
): Promise<RecordOf<K>[]> {
  const { lines } = await app.call('registers/list', { kind }, accountId);
  return lines.map(({ record }) => record as RecordOf<K>);
}

/** The newest decision on a row, as somebody sees it who opens the case now; null for none. */
export async function newestOn(
  app: RunningApp,
  { accountId, ari, via, groupId }: RowRef,
): Promise<string | null> {
  const { rows } = await app.call('cases/get', { accountId, ari });
  const row = rows.find((one) => one.via === via && one.groupId === groupId);
  return row?.records[0]?.id ?? null;
}

/** A move of a record, as somebody makes it who has looked at its register just now. */
export async function moveInput(
  app: RunningApp,
  { id, kind }: { id: string; kind: RecordKind },
  move: Input<'records/move'>['move'],
): Promise<Input<'records/move'>> {
  const { lines } = await app.call('registers/list', { kind });
  const { version } = lines.find((line) => line.record.id === id)!;
  return { recordId: id, version, move, note: `Done: ${move}.` };
}

export async function moveRecord(
  app: RunningApp,
  record: { id: string; kind: RecordKind },
  move: Input<'records/move'>['move'],
  accountId?: string,
): Promise<Output<'records/move'>> {
  return app.call('records/move', await moveInput(app, record, move), accountId);
}
