import type { Cycle } from '../../contracts/cycles';

/**
 * When each review came to what is told of it (epoch ms), for reviews that are listed newest first: its end; `now`
 * while it is open. One that lapsed without a scan tells no time of that itself: it did when the next one opened.
 */
export function momentsOf(cycles: readonly Cycle[], now: number): number[] {
  let nextOpened: string | null = null;
  return cycles.map(({ state, begunAt, opening, ending }) => {
    const lapsedAt: string | null = state === 'lapsed' ? nextOpened : null;
    nextOpened = opening?.at ?? nextOpened;
    return state === 'open' ? now : Date.parse(ending?.at ?? lapsedAt ?? begunAt);
  });
}
