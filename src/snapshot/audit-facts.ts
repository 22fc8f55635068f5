import { AccountId, Ari } from '../contracts/ids';
import { ENTRY_CAUSES, type EntryCause } from '../contracts/vocabulary';
import type { EventAnswer } from '../atlassian/schemas/events';
import type { AccessChange, AuditEvents } from './parts';

/** The actions that change access, by the words of the audit log. All others are passed over. */
const CHANGES: Readonly<Record<string, AccessChange['change']>> = {
  user_added_to_group: 'entry',
  user_removed_from_group: 'exit',
  default_group_changed: 'default',
};

const NOBODY = 'unknown';

/**
 * What is kept of a page of the audit log: no name, no address, nothing that is not about access. `reachesTo` is the
 * asked time on the last page, else the oldest time of processing: whatever happened since then has been read.
 */
export function auditFacts(events: readonly EventAnswer[], askedFrom: number | null): AuditEvents {
  const changes: AccessChange[] = [];
  const tokenUse = new Map<string, number>();
  const processed: number[] = [];
  let ignored = 0;
  for (const { attributes } of events) {
    const at = Date.parse(attributes?.time ?? '');
    const processedAt = Date.parse(attributes?.processedAt ?? attributes?.time ?? '');
    if (!Number.isNaN(processedAt)) processed.push(processedAt);
    const change = Object.hasOwn(CHANGES, attributes?.action ?? '') ? CHANGES[attributes!.action!]! : null;
    const actor = idOf(attributes?.actor?.id) ?? NOBODY;
    const byToken = actor !== NOBODY && isToken(attributes?.actor?.auth?.authType);
    if (Number.isNaN(at) || (change === null && !byToken)) {
      ignored += 1;
      continue;
    }
    if (byToken) tokenUse.set(actor, Math.max(at, tokenUse.get(actor) ?? at));
    if (change === null) continue;
    const things = attributes?.context ?? [];
    changes.push({
      change,
      at,
      actor,
      cause: causeOf(things.map((thing) => thing.attributes?.cause)),
      about: things.flatMap((thing) => idOf(thing.id) ?? []),
    });
  }
  const oldest = processed.reduce((a, b) => Math.min(a, b), Infinity);
  return {
    kind: 'audit-events',
    reachesTo: askedFrom ?? (oldest === Infinity ? null : oldest),
    ignored,
    changes,
    tokenUse: [...tokenUse],
  };
}

/** An id as it stands, or nothing: what is not one could be a name or an address. */
function idOf(text: string | null | undefined): string | null {
  return AccountId.safeParse(text).success || Ari.safeParse(text).success ? text! : null;
}

/** The documents name the field and not its words, so their spelling is not relied on. */
function isToken(authType: string | null | undefined): boolean {
  return /^api[-_ ]?token$/i.test(authType ?? '');
}

/** The first cause that is said of any thing; a word that is not known says nothing. */
function causeOf(said: readonly (string | null | undefined)[]): EntryCause {
  const word = said.find((one) => one !== null && one !== undefined);
  return ENTRY_CAUSES.find((cause) => cause === word) ?? 'unknown';
}
