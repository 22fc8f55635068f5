/** A Jira status of the simulation's one workflow. Ids and categories as Jira Cloud names them. */
export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: {
    readonly id: number;
    readonly key: 'new' | 'indeterminate' | 'done';
    readonly name: string;
  };
}

const toDo = { id: 2, key: 'new', name: 'To Do' } as const;
const inProgress = { id: 4, key: 'indeterminate', name: 'In Progress' } as const;
const done = { id: 3, key: 'done', name: 'Done' } as const;

export const statuses = {
  toDo: { id: '10000', name: 'To Do', category: toDo },
  inProgress: { id: '10001', name: 'In Progress', category: inProgress },
  done: { id: '10002', name: 'Done', category: done },
  wontDo: { id: '10003', name: "Won't Do", category: done },
} as const satisfies Record<string, Status>;

export interface Resolution {
  readonly id: string;
  readonly name: string;
}

/** Resolutions that Jira Cloud comes with; tests may name others. */
export const resolutions: readonly Resolution[] = [
  { id: '10000', name: 'Done' },
  { id: '10001', name: "Won't Do" },
  { id: '10002', name: 'Duplicate' },
  { id: '10003', name: 'Cannot Reproduce' },
];

export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly from: readonly Status[];
  readonly to: Status;
  /** What the workflow sets with it. */
  readonly resolution: Resolution | null;
}

const [doneFor, refused] = resolutions as [Resolution, Resolution];

/** To Do → In Progress → Done or Won't Do, the middle may be skipped; and back again. */
export const transitions: readonly Transition[] = [
  { id: '11', name: 'Start work', from: [statuses.toDo], to: statuses.inProgress, resolution: null },
  {
    id: '21',
    name: 'Done',
    from: [statuses.toDo, statuses.inProgress],
    to: statuses.done,
    resolution: doneFor,
  },
  {
    id: '31',
    name: "Won't Do",
    from: [statuses.toDo, statuses.inProgress],
    to: statuses.wontDo,
    resolution: refused,
  },
  {
    id: '41',
    name: 'Reopen',
    from: [statuses.done, statuses.wontDo],
    to: statuses.toDo,
    resolution: null,
  },
];

export interface LinkType {
  readonly id: string;
  readonly name: string;
  /** Read from the inward issue: “duplicates” the outward one. */
  readonly outward: string;
  readonly inward: string;
}

/** Link types that Jira Cloud comes with. An admin can rename or delete each. */
export const linkTypes: readonly LinkType[] = [
  { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
  { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
];

export const issueTypes = [
  { id: '10001', name: 'Task', description: 'A piece of work.', subtask: false },
  { id: '10002', name: 'Service Request', description: 'Somebody asks for something.', subtask: false },
] as const;

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** The projects that every site has ready. */
export const projects: readonly Project[] = [
  { id: '10000', key: 'IAM', name: 'Identity & Access' },
  { id: '10001', key: 'OPS', name: 'Operations' },
];

export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly body: unknown;
  readonly created: string;
}

/** One field that somebody changed, as the changelog tells it. */
export interface Change {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly field: 'status' | 'resolution' | 'assignee';
  /** Id and name before and after; null for none. */
  readonly from: { readonly id: string; readonly name: string } | null;
  readonly to: { readonly id: string; readonly name: string } | null;
}

/** A link as one of its two issues holds it. */
export interface IssueLink {
  readonly id: string;
  readonly type: LinkType;
  /** Where the other issue stands. */
  readonly other: 'inward' | 'outward';
  readonly issueId: string;
}

export interface Attachment {
  readonly id: string;
  readonly author: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
  readonly created: string;
}

export interface RemoteLink {
  readonly id: number;
  globalId: string | undefined;
  relationship: string | undefined;
  object: Record<string, unknown>;
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly project: Project;
  issueType: (typeof issueTypes)[number];
  summary: string;
  /** Atlassian Document Format, as it was sent. */
  description: unknown;
  labels: string[];
  status: Status;
  resolution: Resolution | null;
  duedate: string | null;
  assignee: string | null;
  readonly creator: string;
  readonly created: string;
  updated: string;
  readonly properties: Map<string, unknown>;
  readonly comments: Comment[];
  readonly changes: Change[];
  readonly links: IssueLink[];
  readonly attachments: Attachment[];
  readonly remoteLinks: RemoteLink[];
  deleted: boolean;
}
