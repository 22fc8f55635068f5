import type { VirtualClock } from '../clock';
import { nameFrom } from '../http/chance';
import { Refusal } from '../http/refusal';
import type { World } from '../world/world';
import type { Issue, LinkType } from './model';

/** An issue as tests look at it. */
export type JiraIssueView = Readonly<Issue> & { readonly cloudId: string };

/** What search knows of an issue: how it was at some moment. */
export interface IndexedIssue {
  readonly issue: Issue;
  readonly at: number;
  readonly labels: readonly string[];
  readonly status: string;
  readonly category: { readonly key: string; readonly name: string };
  readonly properties: ReadonlyMap<string, unknown>;
  readonly deleted: boolean;
}

/** What a site holds; it can be kept and given to another run. */
export interface JiraContent {
  readonly issues: Map<string, Issue>;
  /** Everything that search may show of each issue, oldest first. */
  readonly index: Map<string, IndexedIssue[]>;
  readonly counters: Map<string, number>;
}

/** The Jira of one site. */
export interface JiraSite extends JiraContent {
  readonly cloudId: string;
  readonly name: string;
  readonly url: string;
}

/** Who a token speaks for. */
export interface Bearer {
  /** Account id, or `null` for the installed app. */
  readonly accountId: string | null;
  /** `undefined`: all that its owner may. */
  readonly scopes: readonly string[] | undefined;
}

export interface TokenDesk {
  issue(who: string, scopes?: readonly string[]): string;
  find(token: string): Bearer | undefined;
}

export interface Jira {
  readonly world: World;
  readonly clock: VirtualClock;
  readonly tokens: TokenDesk;
  readonly sites: readonly JiraSite[];
  readonly linkTypes: readonly LinkType[];
  site(cloudId: string): JiraSite;
  issues(): readonly JiraIssueView[];
  /** Notes how the issue is now, for search to find after the lag. */
  reindex(site: JiraSite, issue: Issue): void;
  /** What search sees now; issues in `fresh` (ids) without any lag. */
  indexed(site: JiraSite, fresh: ReadonlySet<string>): readonly IndexedIssue[];
  /** A whole number that nothing else on the site has. */
  nextNumber(site: JiraSite, what: string, first: number): number;
  /** The world's time as Jira writes it. */
  instant(): string;
}

export interface JiraOptions {
  /** How long search takes to know of a change (ms of the clock). */
  readonly indexLagMs: number;
  readonly linkTypes: readonly LinkType[];
  /** What an earlier run has left on the sites. */
  readonly content: ReadonlyMap<string, JiraContent>;
}

const emptySite = (): JiraContent => ({ issues: new Map(), index: new Map(), counters: new Map() });

export function createJira(world: World, clock: VirtualClock, options: JiraOptions): Jira {
  const sites = new Map<string, JiraSite>();
  for (const { cloudId, name, url } of world.sites) {
    sites.set(cloudId, { cloudId, name, url, ...(options.content.get(cloudId) ?? emptySite()) });
  }
  return {
    world,
    clock,
    tokens: createTokenDesk(world),
    sites: [...sites.values()],
    linkTypes: options.linkTypes,
    site: (cloudId) => {
      const site = sites.get(cloudId);
      if (site === undefined) throw new Refusal(404, '', `No site has the cloud id ${cloudId}.`);
      return site;
    },
    issues: () =>
      [...sites.values()].flatMap(({ cloudId, issues }) =>
        [...issues.values()].map((issue) => ({ ...issue, cloudId })),
      ),
    reindex: (site, issue) => {
      const seen = site.index.get(issue.id) ?? [];
      seen.push({
        issue,
        at: clock.now(),
        labels: [...issue.labels],
        status: issue.status.name,
        category: issue.status.category,
        properties: new Map(issue.properties),
        deleted: issue.deleted,
      });
      site.index.set(issue.id, seen);
    },
    indexed: (site, fresh) => {
      const visible = clock.now() - options.indexLagMs;
      return [...site.index.entries()].flatMap(([id, states]) => {
        const last = fresh.has(id) ? states.at(-1) : states.findLast(({ at }) => at <= visible);
        return last === undefined || last.deleted ? [] : [last];
      });
    },
    nextNumber: (site, what, first) => {
      const next = site.counters.get(what) ?? first;
      site.counters.set(what, next + 1);
      return next;
    },
    // Jira writes its offset without a colon.
    instant: () => new Date(clock.now()).toISOString().replace('Z', '+0000'),
  };
}

function createTokenDesk(world: World): TokenDesk {
  const tokens = new Map<string, Bearer>();
  return {
    issue: (who, scopes) => {
      if (who !== 'app' && !world.accounts.has(who)) throw new Error(`No account has the id ${who}.`);
      const token = `jira-token-${nameFrom(world.org.id, who, (scopes ?? ['all']).join(' '), tokens.size)}`;
      tokens.set(token, { accountId: who === 'app' ? null : who, scopes });
      return token;
    },
    find: (token) => tokens.get(token),
  };
}
