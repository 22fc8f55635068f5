import type { CausesByMoney, RootCause } from '../../contracts/overview';

type Measure = Pick<CausesByMoney, 'paid' | 'currency'>;

/** Orders causes by what they are worth, once for each currency and way of paying; amounts are never added up. Pure. */
export function causesByMoney(causes: readonly RootCause[], limit: number): CausesByMoney[] {
  const measures = new Map<string, Measure>();
  for (const { worth } of causes) {
    for (const { currency, cash, renewal } of worth) {
      if (cash !== null) measures.set(`cash ${currency}`, { paid: 'cash', currency });
      if (renewal !== null) measures.set(`renewal ${currency}`, { paid: 'renewal', currency });
    }
  }
  return [...measures]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, measure]) => ({
      ...measure,
      causes: causes
        .map((cause) => ({ cause, amount: mostIn(cause, measure) }))
        .filter(({ amount }) => amount > 0)
        .sort((a, b) => b.amount - a.amount || b.cause.seats - a.cause.seats)
        .slice(0, limit)
        .map(({ cause }) => cause),
    }));
}

/** What a cause is worth in the pool that it is worth most in; 0 where nobody knows. */
function mostIn({ worth }: RootCause, { paid, currency }: Measure): number {
  return Math.max(0, ...worth.map((one) => (one.currency === currency ? (one[paid]?.amount ?? 0) : 0)));
}
