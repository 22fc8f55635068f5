import type { AdfNode } from './adf';

/** Somebody the visitor of the local page can be. */
export interface Person {
  accountId: string;
  displayName: string;
  /** In words: "Jira admin", "Identity owner", "Finance" … */
  role: string;
}

export interface Viewer {
  accountId: string;
  installationId: string;
}

export interface IssueStatus {
  name: string;
  category: 'new' | 'indeterminate' | 'done';
}

export interface IssueComment {
  author: string;
  /** Said by an app, not by a person. */
  byApp: boolean;
  created: string;
  body: AdfNode;
}

export interface IssueView {
  key: string;
  summary: string;
  type?: string;
  status: IssueStatus;
  resolution?: string;
  labels: string[];
  assignee?: string;
  reporter?: string;
  /** ISO date. */
  dueDate?: string;
  description: AdfNode | null;
  /** Other work items, with the words that lead to them: “duplicates”, “is duplicated by” … */
  links: { relation: string; key: string; summary: string; status: IssueStatus }[];
  comments: IssueComment[];
  transitions: { id: string; name: string }[];
  /** Who can speak and act here in the visitor's place; nobody where Jira is a real one. */
  speakers: { accountId: string; displayName: string }[];
}

/** The little of Jira that the local page shows beside the app; each throws with a message for the person. */
export interface JiraView {
  getIssue(key: string, viewer: Viewer): Promise<IssueView | undefined>;
  transition(key: string, transitionId: string, viewer: Viewer): Promise<void>;
  comment(key: string, text: string, viewer: Viewer): Promise<void>;
}

export interface WebOptions {
  manifestPath: string;
  people: Person[];
  jiraView: JiraView;
  /** Moves time by this much; the button "advance" is not shown without it. */
  advance?: (ms: number) => Promise<void>;
  /** Runs the daily tick of an installation at once. */
  runDailyTick?: (installationId: string) => Promise<void>;
  /** Shown beside the clock: that the organization is simulated, or live, and which. */
  notice?: string;
  timezone?: string;
  /** 0 or absent: any free port. */
  ports?: { product?: number; app?: number };
}

export interface Web {
  productUrl: string;
  appOrigin: string;
  close(): Promise<void>;
}
