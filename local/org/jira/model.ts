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

/** To Do → In Progress → Done or Won't Do, and back again. */
export const transitions: readonly { id: string; name: string; from: readonly Status[]; to: Status }[] = [
  { id: '11', name: 'Start work', from: [statuses.toDo], to: statuses.inProgress },
  { id: '21', name: 'Done', from: [statuses.inProgress], to: statuses.done },
  { id: '31', name: "Won't Do", from: [statuses.toDo, statuses.inProgress], to: statuses.wontDo },
  { id: '41', name: 'Reopen', from: [statuses.done, statuses.wontDo], to: statuses.toDo },
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
  duedate: string | null;
  assignee: string | null;
  readonly creator: string;
  readonly created: string;
  updated: string;
  readonly properties: Map<string, unknown>;
  readonly comments: Comment[];
  readonly attachments: Attachment[];
  readonly remoteLinks: RemoteLink[];
  deleted: boolean;
}
