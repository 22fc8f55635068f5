import { type AccountTable, SCIM_ACTIVE, SCIM_INACTIVE, type CodedColumn } from '../contracts/snapshot';
import { growing } from '../columns/growing';
import { createInterner, type Interner } from '../columns/interner';
import type { AccountFacts } from './parts';
import { wideColumn } from './wide-column';

const UNKNOWN = 'unknown';
/** A column's codes are bytes. More distinct values than that would be no status any more. */
const MAX_VALUES = 255;

const CODED = [
  'type',
  'accountStatus',
  'membershipStatus',
  'status',
  'claimStatus',
  'managementSource',
] as const;
type Coded = (typeof CODED)[number];

/** What was seen of accounts, in columns by order of first sight; the latest observation wins. */
export interface AccountLog {
  readonly ids: Interner;
  add(facts: AccountFacts): number;
  expectedResources(account: number): number | null;
  emailHash(account: number): number | null;
  markScim(account: number, active: boolean): void;
  markChecked(account: number): void;
  isChecked(account: number): boolean;
  /** The table with account `order[i]` at index i. */
  table(order: Uint32Array): AccountTable;
}

export function createAccountLog(): AccountLog {
  const ids = createInterner();
  const values = Object.fromEntries(CODED.map((name) => [name, createInterner()])) as Record<Coded, Interner>;
  const codes = Object.fromEntries(CODED.map((name) => [name, growing((n) => new Uint8Array(n))])) as Record<
    Coded,
    ReturnType<typeof growing<Uint8Array>>
  >;
  const domains = createInterner();
  const domain = growing((n) => new Uint32Array(n));
  const emailMatches = growing((n) => new Uint32Array(n));
  const service = growing((n) => new Uint8Array(n));
  const activityRead = growing((n) => new Uint8Array(n));
  const checked = growing((n) => new Uint8Array(n));
  const scim = growing((n) => new Uint8Array(n));
  const addedToOrg = growing((n) => new Float64Array(n));
  const emailHash = growing((n) => new Float64Array(n));
  const resources = growing((n) => new Int32Array(n));
  const all = [
    ...Object.values(codes),
    domain,
    emailMatches,
    service,
    activityRead,
    checked,
    scim,
    addedToOrg,
    emailHash,
    resources,
  ];

  function codeIn(column: Interner, value: string | null): number {
    const text = value ?? UNKNOWN;
    return column.find(text) ?? column.codeOf(column.texts.length < MAX_VALUES ? text : UNKNOWN);
  }

  return {
    ids,
    add(facts) {
      const account = ids.codeOf(facts.id);
      if (account === service.length) for (const column of all) column.push(0);
      for (const name of CODED) codes[name].set(account, codeIn(values[name], facts[name]));
      domain.set(account, domains.codeOf(facts.domain ?? UNKNOWN));
      emailMatches.set(account, facts.emailMatches);
      service.set(account, Number(facts.service));
      activityRead.set(account, Number(facts.activity !== null));
      addedToOrg.set(account, facts.addedToOrg ?? NaN);
      emailHash.set(account, facts.emailHash ?? NaN);
      resources.set(account, facts.resources ?? -1);
      return account;
    },
    expectedResources(account) {
      const count = resources.at(account);
      return count === -1 ? null : count;
    },
    emailHash(account) {
      const hash = emailHash.at(account);
      return Number.isNaN(hash) ? null : hash;
    },
    markScim(account, active) {
      // Several linked records: active if any is.
      if (scim.at(account) !== SCIM_ACTIVE) scim.set(account, active ? SCIM_ACTIVE : SCIM_INACTIVE);
    },
    markChecked: (account) => checked.set(account, 1),
    isChecked: (account) => checked.at(account) === 1,
    table(order) {
      const pick = <T extends Uint8Array | Uint32Array | Float64Array>(
        column: { at(i: number): number },
        into: T,
      ): T => {
        for (let i = 0; i < order.length; i += 1) into[i] = column.at(order[i]!);
        return into;
      };
      const bytes = (column: { at(i: number): number }): Uint8Array =>
        pick(column, new Uint8Array(order.length));
      const coded = (name: Coded): CodedColumn => sortedValues(values[name].texts, bytes(codes[name]));
      return {
        ids: Array.from(order, (account) => ids.texts[account]!),
        type: coded('type'),
        accountStatus: coded('accountStatus'),
        membershipStatus: coded('membershipStatus'),
        status: coded('status'),
        claimStatus: coded('claimStatus'),
        managementSource: coded('managementSource'),
        service: bytes(service),
        domain: wideColumn(domains.texts, pick(domain, new Uint32Array(order.length))),
        emailMatches: pick(emailMatches, new Uint32Array(order.length)),
        addedToOrg: pick(addedToOrg, new Float64Array(order.length)),
        scim: bytes(scim),
        activityRead: bytes(activityRead),
        checked: bytes(checked),
      };
    },
  };
}

/** The same column with its values in order, so that the order of pages leaves no trace. */
export function sortedValues(texts: readonly string[], codes: Uint8Array): CodedColumn {
  const used = [...new Set(codes)].map((code) => texts[code]!).sort();
  const newCode = new Map(used.map((text, index) => [text, index]));
  return { values: used, codes: codes.map((code) => newCode.get(texts[code]!)!) };
}
