import { appAccountId, automationAccountId } from './auth';
import { assign, move, say, type Act } from './issue-acts';
import { resolutions, statuses, type Resolution, type Status } from './model';
import type { Jira } from './state';

/** What people, and apps, do to issues while a test looks on: without a token, whatever the workflow says. */
export interface PeopleAtWork {
  /**
   * Moves an issue to the status of a category; closed as “Won't Do” it gets the status of that name.
   * @param by an account id, `app` (Seatpath itself) or `automation`
   */
  transition(
    key: string,
    statusCategory: Status['category']['key'],
    resolution: string | null,
    by: string,
  ): void;
  /** Says something on an issue; gives the id of the comment. */
  comment(key: string, by: string, body: object): string;
  assign(key: string, accountId: string | null, by: string): void;
}

/** Puts people to work on the issues of all sites. Keys have to tell the site. */
export function peopleAtWork(jira: Jira): PeopleAtWork {
  const actOn = (key: string, by: string): Act => {
    const found = jira.sites.flatMap((site) =>
      [...site.issues.values()].filter((issue) => issue.key === key).map((issue) => ({ site, issue })),
    );
    const [only, ...others] = found;
    if (only === undefined) throw new Error(`There is no issue ${key}.`);
    if (others.length > 0) throw new Error(`Several sites have an issue ${key}.`);
    if (by === 'app') return { ...only, by: appAccountId(only.site) };
    if (by === 'automation') return { ...only, by: automationAccountId };
    if (!jira.world.accounts.has(by)) throw new Error(`No account has the id ${by}.`);
    return { ...only, by };
  };
  return {
    transition: (key, category, resolution, by) => {
      if ((category === 'done') !== (resolution !== null)) {
        throw new Error('What is done has a resolution, and nothing else has.');
      }
      const status = statusOf(category, resolution);
      move(jira, actOn(key, by), { status, resolution: resolutionOf(resolution) });
    },
    comment: (key, by, body) => say(jira, actOn(key, by), body).id,
    assign: (key, accountId, by) => assign(jira, actOn(key, by), accountId),
  };
}

function statusOf(category: Status['category']['key'], resolution: string | null): Status {
  const fitting = Object.values(statuses).filter((status) => status.category.key === category);
  return fitting.find(({ name }) => name === resolution) ?? fitting[0]!;
}

function resolutionOf(name: string | null): Resolution | null {
  if (name === null) return null;
  return resolutions.find((one) => one.name === name) ?? { id: `custom-${name}`, name };
}
