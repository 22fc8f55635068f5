import type { AnswerKind } from '../../../src/contracts/route-outs';
import { answerWords } from '../../../src/review/route-outs/read-comment';
import type { SimulatedOrg } from '../../org/server';
import type { Cast } from '../cast';
import { type Manner, mannerOf, type ProviderDesk } from '../identity-team';

const DAY_MS = 86_400_000;

/** What identity owners were asked of one person, and what they said last. */
export interface Asked {
  readonly issueKey: string;
  readonly groupId: string;
  readonly accountId: string;
  readonly manner: Manner;
  says: AnswerKind | null;
  saidAt: number | null;
}

export interface IdentityOwners {
  /** Reads the issues that are with them, and answers and works as is their manner. */
  day(): void;
  readonly asked: readonly Asked[];
}

interface Saying {
  readonly about: Asked;
  readonly says: AnswerKind;
  readonly dueAt: number;
  readonly until: string | null;
}

/** The people whom the issues reach. They know Jira and the identity provider, and nothing of Seatpath. */
export function identityOwners(
  org: SimulatedOrg,
  cast: Cast,
  providers: ProviderDesk,
  speaker: string,
): IdentityOwners {
  const asked: Asked[] = [];
  let sayings: Saying[] = [];
  const dayIn = (days: number): string =>
    new Date(org.clock.now() + days * DAY_MS).toISOString().slice(0, 10);
  const say = (about: Asked, says: AnswerKind, inDays: number, until: string | null = null): void => {
    sayings.push({ about, says, dueAt: org.clock.now() + inDays * DAY_MS, until });
  };
  const takeOut = ({ groupId, accountId }: Asked, inDays: number): void =>
    providers.takeOut(groupId, accountId, inDays);

  function begin(about: Asked): void {
    if (about.manner === 'silent') return;
    if (cast.onLeave.has(about.accountId)) {
      say(about, 'on-leave', 1, dayIn(40));
      return;
    }
    if (cast.protected.has(about.accountId)) {
      say(about, 'service-account', 1);
      return;
    }
    switch (about.manner) {
      case 'diligent':
        takeOut(about, 2);
        {
          say(about, 'done', 2);
          return;
        }
      case 'says-first': {
        say(about, 'done', 1);
        return;
      }
      case 'disputes': {
        say(about, 'needs-access', 2);
        return;
      }
      case 'by-rule': {
        const byHand = asked.filter(({ manner }) => manner === 'by-rule').length % 2 === 0;
        if (!byHand) {
          takeOut(about, 10);
          say(about, 'done', 10);
          say(about, 'planned', 1, dayIn(10));
          return;
        }
        takeOut(about, 2);
        // Long enough to be seen gone; then the rule runs.
        providers.putBack(about.groupId, about.accountId, 16);
        say(about, 'done', 2);
        return;
      }
    }
  }

  /** Told that somebody is still there of whom they said that it is done, they do it. */
  function readComments(
    about: Asked,
    comments: readonly { author: string; body: unknown; created: string }[],
  ): void {
    if (about.manner !== 'says-first' || about.saidAt === null || about.says !== 'done') return;
    const told = comments.some(
      ({ author, body, created }) =>
        author.startsWith('app-user') &&
        Date.parse(created) > about.saidAt! &&
        JSON.stringify(body).includes(about.accountId),
    );
    if (!told || sayings.some((one) => one.about === about)) return;
    takeOut(about, 1);
    say(about, 'done', 1);
  }

  return {
    asked,
    day() {
      for (const issue of org.world.issues()) {
        const property = issue.properties.get('seatpath') as { request?: string } | undefined;
        if (property?.request === undefined || property.request === 'profile') continue;
        const people = askedAboutIn(issue.description);
        // Taken back in the meantime: nobody is asked about any more.
        if (people.length === 0) continue;
        const text = JSON.stringify(issue.description);
        const group = org.world.groups().find(({ id }) => text.includes(`(${id})`));
        if (group === undefined) throw new Error(`${issue.key} names no group.`);
        for (const accountId of people) {
          const known = asked.find((one) => one.issueKey === issue.key && one.accountId === accountId);
          if (known !== undefined) readComments(known, issue.comments);
          else {
            const manner = mannerOf(group.facts.name);
            const about: Asked = { issueKey: issue.key, groupId: group.id, accountId, manner, says: null, saidAt: null }; // prettier-ignore
            asked.push(about);
            begin(about);
          }
        }
      }
      const due = sayings.filter(({ dueAt }) => dueAt <= org.clock.now());
      sayings = sayings.filter(({ dueAt }) => dueAt > org.clock.now());
      for (const key of new Set(due.map(({ about }) => about.issueKey))) {
        const lines = due.filter(({ about }) => about.issueKey === key);
        org.world.comment(key, speaker, commentOf(lines));
        for (const { about, says } of lines) Object.assign(about, { says, saidAt: org.clock.now() });
      }
    },
  };
}

interface AdfNode {
  readonly type?: string;
  readonly attrs?: { readonly id?: string };
  readonly content?: readonly AdfNode[];
}

/** Accounts in the tables of a document; who is mentioned elsewhere asks, and is not asked about. */
function askedAboutIn(document: unknown): string[] {
  const { content = [] } = document as AdfNode;
  return [...new Set(content.filter(({ type }) => type === 'table').flatMap(mentionsIn))];
}

function mentionsIn({ type, attrs, content = [] }: AdfNode): string[] {
  return type === 'mention' && attrs?.id !== undefined ? [attrs.id] : content.flatMap(mentionsIn);
}

/** One person to a line, in the words that the issue offers. */
function commentOf(sayings: readonly Saying[]): object {
  return {
    version: 1,
    type: 'doc',
    content: sayings.map(({ about, says, until }) => ({
      type: 'paragraph',
      content: [
        { type: 'mention', attrs: { id: about.accountId, text: '@somebody' } },
        { type: 'text', text: ` ${answerWords[says]}${until === null ? '' : ` ${until}`}` },
      ],
    })),
  };
}
