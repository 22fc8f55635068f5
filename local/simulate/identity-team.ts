import type { SimulatedOrg } from '../org/server';

const DAY_MS = 86_400_000;

/** How the people who own a group at its identity provider deal with what they are asked. */
export type Manner =
  /** Does what is asked within two days, and says so. */
  | 'diligent'
  /** Says at once that it is done, and does it only when told that it is not. */
  | 'says-first'
  /** A rule fills the group: taken out by hand, people come back; the rule itself takes a while to change. */
  | 'by-rule'
  /** Says that everybody needs it. */
  | 'disputes'
  /** Never answers. */
  | 'silent';

const MANNERS: Readonly<Record<string, Manner>> = {
  'okta-eng-platform': 'says-first',
  'okta-rule-emea-office': 'by-rule',
  'okta-product': 'disputes',
  'okta-finance': 'silent',
  // The group of everybody: whoever asks to take people out of it is told no.
  'okta-everyone': 'disputes',
};

export const mannerOf = (groupName: string): Manner => MANNERS[groupName] ?? 'diligent';

/** Work at the identity provider; Atlassian sees it with the next sync. */
export interface ProviderDesk {
  /** Takes somebody out, so many days from now. */
  takeOut(groupId: string, accountId: string, inDays: number): void;
  /** Puts somebody back, as a rule does. */
  putBack(groupId: string, accountId: string, inDays: number): void;
  /** What is due today is done. */
  day(): void;
  readonly changes: readonly Change[];
}

/** A membership that was ended or begun at a provider. */
export interface Change {
  readonly groupId: string;
  readonly accountId: string;
  readonly at: number;
  readonly to: 'out' | 'in';
}

export function providerDesk(org: SimulatedOrg): ProviderDesk {
  const changes: Change[] = [];
  let due: Change[] = [];
  const later = (to: Change['to']) => (groupId: string, accountId: string, inDays: number) => {
    due.push({ groupId, accountId, to, at: org.clock.now() + inDays * DAY_MS });
  };
  return {
    changes,
    takeOut: later('out'),
    putBack: later('in'),
    day() {
      const now = org.clock.now();
      for (const change of due.filter(({ at }) => at <= now)) {
        const { groupId, accountId, to } = change;
        // A group whose sync has lapsed is nobody’s at the provider any more.
        if (org.world.group(groupId)?.facts.externalSynced !== true) continue;
        org.world.changeInProvider(groupId, accountId, to === 'in');
        changes.push({ ...change, at: now });
      }
      due = due.filter(({ at }) => at > now);
    },
  };
}
