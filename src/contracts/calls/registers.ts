import { z } from 'zod';
import { AccountId, CloudId, DirectoryId, GroupId, RecordId } from '../ids';
import { OverridesMeasured } from '../overrides';
import {
  Protection,
  ProtectionClass,
  ProtectionRule,
  RECORD_KINDS,
  ReviewRecord,
  SettingsAttestation,
  SourceAttestation,
  Stewardship,
} from '../records';
import { ProtectionSuggestion, RegisterLine } from '../review-views';
import { after, type CallTable, day, deciders, everyone, nothing, reason } from './common';

/** Moves that people make; which of them a record permits is in its table of states. */
export const MOVES = ['approve', 'decline', 'claim', 'return', 'withdraw', 'end'] as const;

/** What stands beside single decisions: protections, attestations, stewards, and all records by kind. */
export const registerCalls = {
  'sources/attest': {
    input: z.strictObject({
      groupId: GroupId,
      after,
      reason,
      says: z.enum(['idp', 'local']),
      idpId: DirectoryId.nullable(),
      expiresOn: day,
    }),
    output: SourceAttestation,
    callers: deciders,
  },
  'sources/steward': {
    input: z.strictObject({ groupId: GroupId, after, reason, steward: AccountId, expiresOn: day }),
    output: Stewardship,
    callers: deciders,
  },
  'sites/attest': {
    input: z.strictObject({
      cloudId: CloudId,
      after,
      reason,
      approvedDomains: z.string().trim().min(1).max(1000),
      invitePolicy: z.string().trim().min(1).max(1000),
    }),
    output: SettingsAttestation,
    callers: deciders,
  },
  'protections/record': {
    input: z.strictObject({
      rule: ProtectionRule,
      after,
      class: ProtectionClass,
      reason,
      steward: AccountId,
      expiresOn: day,
    }),
    output: Protection,
    callers: deciders,
  },
  'protections/suggest': {
    input: nothing,
    output: z.strictObject({ suggestions: z.array(ProtectionSuggestion) }),
    callers: deciders,
  },
  /** A move of a record's state, by the version of the record that the caller saw. */
  'records/move': {
    input: z.strictObject({
      recordId: RecordId,
      version: z.int(),
      move: z.enum(MOVES),
      note: z.string().trim().max(1000),
    }),
    output: ReviewRecord,
    callers: everyone,
    desk: true,
  },
  /** What became of edits of synced access, against what was said of them before. */
  'overrides/measured': { input: nothing, output: OverridesMeasured, callers: everyone },
  'registers/list': {
    input: z.strictObject({ kind: z.enum(RECORD_KINDS) }),
    /** `elsewhere`: records of other sites, which are counted and not shown. */
    output: z.strictObject({ lines: z.array(RegisterLine), elsewhere: z.int().min(0) }),
    callers: everyone,
    desk: true,
  },
} as const satisfies CallTable;
