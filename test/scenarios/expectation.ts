import { z } from 'zod';
import type { OrgFile } from '../../local/org/org-file';
import type { Certainty, Outcome, OutcomeCase, OutcomeRow } from '../oracle/outcome';

/*
 * What a scenario expects, in its own words: people, groups and products by name, a seat that is `billed`,
 * `free` or `unknown`, and one line for each row of a case:
 *     path | owner | billed, free or unknown | decision | findings or -
 * where the path is a group's name, (direct), (inferred) or (unexplained).
 */

const Seat = z.enum(['billed', 'free', 'unknown']);

const RowExpectation = z.union([
  z.string(),
  z.strictObject({
    row: z.string(),
    roles: z.array(z.string()).optional(),
    idp: z.string().nullable().optional(),
    signal: z.string().nullable().optional(),
    anomalies: z.array(z.string()).optional(),
  }),
]);

const CaseExpectation = z.strictObject({
  seat: Seat,
  rows: z.array(RowExpectation),
  scim: z.string().optional(),
  lastActive: z.string().optional(),
  inactive: z.union([z.boolean(), z.literal('unknown')]).optional(),
  directChecked: z.boolean().optional(),
  split: z.boolean().optional(),
  signals: z.array(z.string()).optional(),
  freeing: z.record(z.string(), z.number()).optional(),
  identity: z.record(z.string(), z.string()).optional(),
});
type CaseExpectation = z.infer<typeof CaseExpectation>;

/** Every case and every anomaly of the world; what is not named must not be there. */
export const Expectation = z.strictObject({
  exit: z.number().default(0),
  verdict: z.enum(['complete', 'partial']).default('complete'),
  /** `kind: group`, `kind: group on product`, `kind: person`, `kind: person on product`. */
  anomalies: z.array(z.string()).default([]),
  cases: z.record(z.string(), CaseExpectation),
});
export type Expectation = z.infer<typeof Expectation>;

/** What the same world gives when the API misbehaves. `decisions: same` = as without faults, `none` = no file. */
export const UnderFaults = z.strictObject({
  exit: z.number(),
  verdict: z.enum(['complete', 'partial']).optional(),
  decisions: z.enum(['same', 'none', 'other']),
  incompleteGroups: z.array(z.string()).optional(),
  scimDirectories: z.record(z.string(), z.string()).optional(),
  /** Only these cases are looked at. */
  cases: z.record(z.string(), CaseExpectation).optional(),
  /** The message of a run that ended early names this. */
  message: z.string().optional(),
});
export type UnderFaults = z.infer<typeof UnderFaults>;

const words = (certainty: Certainty): string =>
  certainty === 'unknown' ? 'unknown' : certainty ? 'billed' : 'free';

/** The cases of an outcome in the words of the expectation, with exactly the details that it asks for. */
export function casesInWords(
  org: OrgFile,
  outcome: Outcome,
  asked: Readonly<Record<string, CaseExpectation>>,
): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const one of outcome.cases) {
    const name = `${personOf(org, one.accountId)} on ${productOf(org, one.ari)}`;
    told[name] = caseInWords(one, asked[name]);
  }
  return told;
}

/** The expectation with its lines evenly spaced, so that it compares with `casesInWords`. */
export function evenlySpaced(cases: Readonly<Record<string, CaseExpectation>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cases).map(([name, one]) => [
      name,
      {
        ...one,
        rows: one.rows.map((row) => (typeof row === 'string' ? even(row) : { ...row, row: even(row.row) })),
      },
    ]),
  );
}

export function anomaliesInWords(org: OrgFile, outcome: Outcome): string[] {
  return outcome.anomalies
    .map(({ kind, groupId, accountId, ari }) => {
      const subject = groupId === undefined ? personOf(org, accountId ?? '') : keyOf(groupId);
      return `${kind}: ${subject}${ari === undefined ? '' : ` on ${productOf(org, ari)}`}`;
    })
    .sort();
}

/** A group's key in the world file: its name, unless two groups share one. */
export function keyOf(groupId: string): string {
  return groupId.replace(/^group-/, '');
}

function even(row: string): string {
  return row
    .split('|')
    .map((cell) => cell.trim())
    .join(' | ');
}

function personOf(org: OrgFile, accountId: string): string {
  return org.users.find((user) => user.accountId === accountId)?.name ?? accountId.replace(/^712020:/, '');
}

function productOf(org: OrgFile, ari: string): string {
  return org.resources.find((resource) => resource.ari === ari)?.name ?? ari;
}

function caseInWords(one: OutcomeCase, asked: CaseExpectation | undefined): Record<string, unknown> {
  const everything: Record<string, unknown> = {
    seat: words(one.billable),
    rows: one.rows.map((row, at) => rowInWords(row, asked?.rows[at])),
    scim: one.identity.scim,
    lastActive: one.lastActive.replace('.000Z', 'Z'),
    inactive: one.inactive,
    directChecked: one.directChecked,
    split: one.split,
    signals: one.signals,
    freeing: one.freeing.byOwner,
    identity: pick({ ...one.identity }, asked?.identity ?? {}),
  };
  return pick(everything, asked ?? { seat: '', rows: [] });
}

function rowInWords(row: OutcomeRow, asked: z.infer<typeof RowExpectation> | undefined): unknown {
  const path = row.path.groupId === undefined ? `(${row.path.via})` : keyOf(row.path.groupId);
  const findings = row.findings.length === 0 ? '-' : row.findings.join(', ');
  const line = [path, row.owner, words(row.billable), row.decision, findings].join(' | ');
  if (asked === undefined || typeof asked === 'string') return line;
  const everything: Record<string, unknown> = {
    row: line,
    roles: row.path.roles.map((role) => role.replace(/^atlassian\//, '')),
    idp: row.path.idp === null ? null : row.path.idp.scimDirectoryId.replace(/^scim-/, ''),
    signal: row.signal,
    anomalies: row.anomalies,
  };
  return pick(everything, asked);
}

function pick(from: Readonly<Record<string, unknown>>, like: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(like).map((key) => [key, from[key]]));
}
