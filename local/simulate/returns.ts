import type { ReturnWay } from '../../src/contracts/savings';
import type { SimulatedOrg } from '../org/server';
import type { TimelineEvent } from '../org/org-file';
import type { ProviderDesk } from './identity-team';
import { type Seat, seatsHeld } from './truth';

const DAY_MS = 86_400_000;

/** A seat that had been lost and is held again, and by which way: as whoever did it knows. */
export interface Return extends Seat {
  readonly at: number;
  readonly way: ReturnWay;
}

export interface ReturnWatch {
  /** Somebody was let in again today. */
  note(accountId: string, way: ReturnWay): void;
  /** Looks at what came back since the day before; the last thing of a day. */
  day(): void;
  readonly returns: readonly Return[];
}

/** What the words of an organization’s own story mean for a seat. */
const STORY_WAYS: Readonly<Record<string, ReturnWay>> = {
  invite: 'default-on-invite',
  'approved-domain': 'approved-domain',
  'first-access': 'first-access',
};

/** Watches for seats that come back. What nobody here did is put down as unknown, and would be a defect of the run. */
export function watchReturns(
  org: SimulatedOrg,
  story: readonly TimelineEvent[],
  providers: ProviderDesk,
): ReturnWatch {
  const returns: Return[] = [];
  const seen = new Set<string>();
  let noted = new Map<string, ReturnWay>();
  let before = seatsHeld(org);
  let since = org.clock.now();
  for (const key of before.keys()) seen.add(key);

  function wayOf({ accountId }: Seat): ReturnWay {
    const own = noted.get(accountId);
    if (own !== undefined) return own;
    const isNew = (at: number): boolean => at > since - DAY_MS && at <= org.clock.now();
    if (providers.changes.some((one) => one.to === 'in' && one.accountId === accountId && isNew(one.at)))
      return 'sync';
    const told = story.findLast(
      (event) => event.do === 'add-member' && event.accountId === accountId && isNew(Date.parse(event.at)),
    );
    return told?.do === 'add-member' ? (STORY_WAYS[told.by] ?? 'admin') : 'unknown';
  }

  return {
    returns,
    note: (accountId, way) => void noted.set(accountId, way),
    day() {
      const held = seatsHeld(org);
      for (const [key, seat] of held) {
        if (!before.has(key) && seen.has(key))
          returns.push({ ...seat, at: org.clock.now(), way: wayOf(seat) });
        seen.add(key);
      }
      before = held;
      since = org.clock.now();
      noted = new Map();
    },
  };
}
