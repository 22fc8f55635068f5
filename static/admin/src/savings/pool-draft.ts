import { type Format } from '../platform/format';
import { PoolInput } from '../../../../src/contracts/calls/money';
import { type Pool, type PriceBand } from '../../../../src/contracts/money';
import { type PoolLine } from '../../../../src/contracts/money-views';
import { wholeNumber } from '../parts/whole-number';
import { readAmount, typeAmount } from './read-amount';

export interface BandDraft {
  /** The last seat of the band; empty for all above. */
  upTo: string;
  price: string;
}

export interface FollowerDraft {
  name: string;
  model: Pool['model'];
  bands: readonly BandDraft[];
}

/** A pool as it is typed; whatever may be left open is empty. */
export interface PoolDraft extends Pick<Pool, 'name' | 'countedPer' | 'term' | 'model' | 'readFrom'> {
  members: readonly string[];
  bands: readonly BandDraft[];
  currency: string;
  periodStart: string;
  renewsOn: string;
  purchased: string;
  followers: readonly FollowerDraft[];
  asOf: string;
}

export const noBand = (): BandDraft => ({ upTo: '', price: '' });

export function noPool(): PoolDraft {
  return {
    name: '',
    members: [],
    countedPer: 'resource',
    term: 'monthly',
    model: 'graduated',
    bands: [noBand()],
    currency: '',
    periodStart: '',
    renewsOn: '',
    purchased: '',
    followers: [],
    readFrom: '',
    asOf: '',
  };
}

/** Begins with what was said of a pool until now; of one without a record its name and products are known. */
export function draftOfPool(format: Format, pool: PoolLine): PoolDraft {
  const { name, members, countedPer, record } = pool;
  if (record === null) return { ...noPool(), name, members: members.map(({ ari }) => ari), countedPer };
  const { term, model, currency, periodStart, readFrom, asOf } = record;
  return {
    name: record.name,
    members: record.members,
    countedPer: record.countedPer,
    term,
    model,
    currency,
    periodStart,
    readFrom,
    asOf,
    bands: draftOfBands(format, record.bands),
    renewsOn: record.renewsOn ?? '',
    purchased: record.purchased === null ? '' : String(record.purchased),
    followers: record.followers.map((one) => ({ ...one, bands: draftOfBands(format, one.bands) })),
  };
}

function draftOfBands(format: Format, bands: readonly PriceBand[]): BandDraft[] {
  if (bands.length === 0) return [noBand()];
  return bands.map(({ upTo, price }) => ({
    upTo: upTo === null ? '' : String(upTo),
    price: typeAmount(format, price),
  }));
}

/** A whole number as typed; what is none becomes one that no field takes. */
const numberOf = (typed: string): number => wholeNumber(typed) ?? NaN;

/** Bands as they would be sent; those left open altogether do not count. */
function readBands(bands: readonly BandDraft[]): object[] {
  return bands
    .filter(({ upTo, price }) => upTo !== '' || price !== '')
    .map(({ upTo, price }) => ({
      upTo: upTo === '' ? null : numberOf(upTo),
      price: readAmount(price),
    }));
}

export type PoolField = keyof PoolDraft;
type PoolTerms = ReturnType<typeof PoolInput.parse>;

/** The pool as the call table takes it, or the fields that keep it from being taken. */
export function readPool(draft: PoolDraft): { pool: PoolTerms } | { wrong: ReadonlySet<PoolField> } {
  const { currency, term, renewsOn, purchased, bands, followers, ...rest } = draft;
  const read = PoolInput.safeParse({
    ...rest,
    term,
    currency: currency.trim().toUpperCase(),
    bands: readBands(bands),
    renewsOn: term === 'monthly' || renewsOn === '' ? null : renewsOn,
    purchased: purchased === '' ? null : numberOf(purchased),
    followers: followers.map((one) => ({ ...one, bands: readBands(one.bands) })),
  });
  if (read.success) return { pool: read.data };
  return { wrong: new Set(read.error.issues.map(({ path }) => path[0] as PoolField)) };
}
