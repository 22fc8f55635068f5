import type { Input, Output } from '../../src/contracts/api';
import type { Saving, SavingState } from '../../src/contracts/savings';
import type { RunningApp } from './app';
import { jira } from './review-org';

/** A monthly pool of the Jira of the first site: 8 for each seat. */
export const poolInput = (change: Partial<Input<'pools/save'>> = {}): Input<'pools/save'> => ({
  poolId: null,
  after: null,
  reason: 'From the quote of this year.',
  name: 'Jira of acme',
  members: [jira.ari],
  countedPer: 'resource',
  term: 'monthly',
  model: 'graduated',
  bands: [{ upTo: null, price: 80_000 }],
  currency: 'USD',
  periodStart: '2026-01-31',
  renewsOn: null,
  purchased: null,
  followers: [],
  readFrom: 'Quote Q-17',
  asOf: '2026-11-01',
  ...change,
});

export const savingsOf = (
  app: RunningApp,
  change: Partial<Input<'savings/list'>> = {},
  accountId?: string,
): Promise<Output<'savings/list'>> =>
  app.call('savings/list', { poolId: null, state: null, offset: 0, limit: 200, ...change }, accountId);

/** Savings as the app lists them, newest first. */
export const listedSavings = async (app: RunningApp): Promise<Saving[]> =>
  (await savingsOf(app)).lines.map(({ saving }) => saving);

export const savingStates = async (app: RunningApp): Promise<SavingState[]> =>
  (await listedSavings(app)).map(({ state }) => state);

/** A pool as the app lists it. */
export async function listedPool(
  app: RunningApp,
  name: string,
  accountId?: string,
): Promise<Output<'pools/list'>['pools'][number]> {
  const { pools } = await app.call('pools/list', {}, accountId);
  const found = pools.find((pool) => pool.name === name);
  if (found === undefined) throw new Error(`${name} is not among ${pools.map((one) => one.name).join(', ')}`);
  return found;
}
