import type { TimeSource } from '../host/clock';
import type { VirtualClock } from '../org/clock';

/**
 * One time for host and organization: it runs with the wall from where the organization's clock stands,
 * and can be moved forward. Reading it is what makes the organization's world go on.
 */
export function sharedTime(org: VirtualClock, wall: () => number): TimeSource {
  const offset = { ms: org.now() - wall() };
  return {
    now() {
      const now = wall() + offset.ms;
      if (now > org.now()) org.advanceTo(now);
      return org.now();
    },
    advanceTo(epochMs) {
      offset.ms = Math.max(offset.ms, epochMs - wall());
      this.now();
    },
  };
}
