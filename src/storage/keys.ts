/*
 * The only place that spells storage keys and entity names. Keys are 1–500 characters out of letters,
 * digits, blanks and : . _ - # (Forge storage limits, 2025-12-01), so an ARI never enters one.
 */

/** Entities of manifest.yml. */
export const entities = { document: 'document', record: 'record', event: 'event' } as const;

export const keys = {
  settings: 'settings',
  keyRing: 'key-ring',
  setupChecks: 'setup-checks',
  scan: 'scan',
  published: 'published',
  chainHead: 'chain-head',
  wave: (scanId: string, number: number, chunk: number): string => `wave:${scanId}:${number}:${chunk}`,
  snapshotChunk: (scanId: string, chunk: number): string => `snapshot:${scanId}:${chunk}`,
  event: (sequence: number): string => `event:${String(sequence).padStart(9, '0')}`,
  issueClaim: (recordId: string): string => `issue-claim:${recordId}`,
  record: (id: string): string => `record:${id}`,
  recordCheckpoint: 'record-checkpoint',
  cycle: (id: string): string => `cycle:${id}`,
  cycleIndex: 'cycles',
  batchIndex: 'batches',
  batch: (id: string): string => `batch:${id}`,
  batchResults: (id: string, page: number): string => `batch:${id}:${page}`,
  savings: 'savings',
  blob: (name: string, chunk: number): string => `blob:${name}:${chunk}`,
} as const;

export const secretKeys = {
  organization: (slot: 'a' | 'b'): string => `organization-key:${slot}`,
  scim: (scimDirectoryId: string): string => `scim-key:${scimDirectoryId}`,
} as const;
