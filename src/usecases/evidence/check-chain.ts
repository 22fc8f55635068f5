import type { Input } from '../../contracts/api';
import type { ChainCheck, Misfit } from '../../contracts/evidence-views';
import type { ReviewRecord } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { type Bound, momentOf, readBound } from '../../evidence/bound';
import { type ChainHead, EMPTY_CHAIN, followLinks, isSamePlace } from '../../evidence/chain';
import type { CallerContext, Ports } from '../ports';
import { recordScope } from '../records/record-scope';

/** Links or records of one piece: each is one read of the 4,000 that an installation has in a minute. */
const PIECE = 100;

/**
 * Checks a piece of the evidence chain: whether each link is what its hash says and follows the one before it, and at
 * the end whether each record is stored as its last link says. Whoever asks brings where the piece before ended, so
 * that nothing is kept of a check.
 */
export async function checkChain(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { at }: Input<'evidence/check'>,
): Promise<ChainCheck> {
  const place = at ?? { of: 'links', ...EMPTY_CHAIN };
  const nameBound = (bound: Bound): Promise<Misfit['bound']> => nameOf(ports, settings, caller, bound);
  return place.of === 'links'
    ? checkLinks(ports, place, nameBound)
    : checkRecords(ports, place.from, nameBound);
}

type NameBound = (bound: Bound) => Promise<Misfit['bound']>;

async function checkLinks(ports: Ports, from: ChainHead, nameBound: NameBound): Promise<ChainCheck> {
  const head = await ports.chain.head();
  const count = Math.max(0, Math.min(PIECE, head.sequence - from.sequence));
  const links = await ports.chain.links(from.sequence + 1, count);
  const { reached, allFit } = followLinks(links, { sequence: from.sequence, hash: from.hash }, ports.sha256);
  const bounds = links.map((link): Bound => (link === null ? { is: 'other' } : readBound(link.body)));
  const moments = bounds.flatMap((bound) => momentOf(bound) ?? []);
  const piece = {
    of: 'links',
    done: reached.sequence,
    total: head.sequence,
    first: moments.at(0) ?? null,
    last: moments.at(-1) ?? null,
  } as const;
  if (!allFit) {
    const bound = await nameBound(bounds[reached.sequence - from.sequence]!);
    return { ...piece, misfit: { what: 'link', sequence: reached.sequence + 1, bound }, next: null };
  }
  if (reached.sequence < head.sequence) return { ...piece, misfit: null, next: { of: 'links', ...reached } };
  return isSamePlace(reached, head)
    ? { ...piece, misfit: null, next: { of: 'records', from: 0 } }
    : { ...piece, misfit: { what: 'head', sequence: head.sequence + 1, bound: null }, next: null };
}

async function checkRecords(ports: Ports, from: number, nameBound: NameBound): Promise<ChainCheck> {
  const { changed, total } = await ports.records.compareWithChain(from, PIECE);
  const done = Math.min(from + PIECE, total);
  const piece = { of: 'records', done, total, first: null, last: null } as const;
  if (changed !== null) {
    const bound = await nameBound({ is: 'record', record: changed });
    return { ...piece, misfit: { what: 'record', sequence: null, bound }, next: null };
  }
  return { ...piece, misfit: null, next: done < total ? { of: 'records', from: done } : null };
}

/** Names what is bound, except a record that the person may not see. */
async function nameOf(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  bound: Bound,
): Promise<Misfit['bound']> {
  if (bound.is === 'other') return null;
  if (bound.is === 'cycle') return { is: 'cycle', id: bound.cycle.id };
  const { record }: { record: ReviewRecord } = bound;
  const mayI = await recordScope(ports, settings, caller, record.kind);
  return mayI(record) ? { is: 'record', id: record.id, kind: record.kind } : null;
}
