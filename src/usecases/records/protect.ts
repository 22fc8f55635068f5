import type { Input, Output } from '../../contracts/api';
import type { Protection } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { accountsUnder } from '../../review/protections';
import { isInForce } from '../../review/standing';
import { suggestProtections } from '../../review/suggest-protections';
import { seesOrganization } from '../authorise';
import { currentTable } from '../decision-table';
import { UseCaseError } from '../errors';
import { namePeople } from '../people';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead, requireTerm } from './add-record';
import { heldUnder } from './record-scope';

/** Patterns that one scan can match (one bit each). */
const MAX_PATTERNS = 32;

/** Records whose seats no bulk may touch, why, and who answers for it. A pattern works from the next scan on. */
export async function protect(
  ports: Ports,
  caller: CallerContext,
  { rule, after, reason, ...terms }: Input<'protections/record'>,
): Promise<Protection> {
  requireTerm('protection', terms.expiresOn, ports.clock.now());
  if (rule.by === 'email-pattern') {
    const patterns = await protectedPatterns(ports);
    if (!patterns.includes(rule.pattern) && patterns.length >= MAX_PATTERNS) {
      throw new UseCaseError(
        'BAD_INPUT',
        `There are ${MAX_PATTERNS} address patterns already; end one first.`,
      );
    }
  }
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'protection', { reason, after })),
    kind: 'protection',
    state: 'standing',
    rule,
    ...terms,
  });
}

/** The address patterns of protections in force, for a scan to match. */
export async function protectedPatterns(ports: Ports): Promise<string[]> {
  const now = ports.clock.now();
  const protections = (await ports.records.list('protection')).filter((one) => isInForce(one, now));
  const patterns = protections.flatMap(({ rule }) => (rule.by === 'email-pattern' ? [rule.pattern] : []));
  return [...new Set(patterns)].sort().slice(0, MAX_PATTERNS);
}

/** Accounts that look as if a bulk should not touch them: they work by token, administer, or are no people. */
export async function suggestProtection(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
): Promise<Output<'protections/suggest'>> {
  const { table, published } = await currentTable(ports, settings);
  const now = Date.parse(published.report.finishedAt);
  const known = await ports.records.list('protection');
  const everywhere = seesOrganization(settings, caller);
  const suggestions = suggestProtections(table, {
    now,
    inactiveDays: settings.review.inactiveDays,
    known,
  }).filter(
    ({ rule }) => everywhere || heldUnder(table, rule).some((ari) => ari.endsWith(`/${caller.cloudId}`)),
  );
  const accounts = suggestions.flatMap(({ rule }) => (rule.by === 'account' ? [rule.accountId] : []));
  const personOf = await namePeople(ports, settings, accounts);
  return {
    suggestions: suggestions.map((suggestion) => {
      const { rule } = suggestion;
      const subject =
        rule.by === 'account' ? (personOf(rule.accountId).name ?? rule.accountId) : suggestion.subject;
      return { ...suggestion, subject, affects: accountsUnder(table, rule).size };
    }),
  };
}
