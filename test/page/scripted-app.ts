import { api, type Call, type Failure, type Input, type Output, type Reply } from '../../src/contracts/api';
import { type CaseFilter, type CaseLine } from '../../src/contracts/views';
import { type ErrorCode } from '../../src/contracts/error-codes';
import { defaultReplies } from './example-replies';

export type Replies = { [C in Call]: (input: Input<C>) => Output<C> | Failure };

/** What the page asked, for tests that look at it. */
export interface Asked {
  call: string;
  input: unknown;
}

export interface ScriptedApp {
  asked: Asked[];
  /** Changes replies while the page is open. */
  script: (replies: Partial<Replies>) => void;
  /** The reply to a call; null where the app is to give no answer at all. */
  answer: (call: string, input: unknown) => Promise<Reply<unknown> | null>;
  /** From now on no call is answered. */
  fallSilent: () => void;
}

export function failure(code: ErrorCode, message: string): Failure {
  return { code, message };
}

function isFailure(reply: object): reply is Failure {
  return 'code' in reply && 'message' in reply && Object.keys(reply).length === 2;
}

/**
 * Answers as the app would, from example data. Input and output are both held against the call table: an
 * example that the contract does not know, or a question that it does not know, fails the test.
 */
export function createScriptedApp(changes: Partial<Replies>): ScriptedApp {
  let replies: Replies = { ...defaultReplies(), ...changes };
  let silent = false;
  const asked: Asked[] = [];
  return {
    asked,
    script: (more) => {
      replies = { ...replies, ...more };
    },
    fallSilent: () => {
      silent = true;
    },
    answer: async (call, input) => {
      if (silent) return null;
      asked.push({ call, input });
      const name = call as Call;
      const parsed = api[name].input.parse(input);
      const reply = (replies[name] as (input: unknown) => object)(parsed);
      if (isFailure(reply)) return { ok: false, error: reply };
      return { ok: true, data: api[name].output.parse(reply) };
    },
  };
}

/** The cases a filter leaves, by the plainest reading of its words. */
export function filterCases(lines: readonly CaseLine[], filter: CaseFilter): CaseLine[] {
  const { ari, owner, signal, finding, billable } = filter;
  const text = filter.text.toLowerCase();
  return lines.filter(
    (line) =>
      (ari === null || line.ari === ari) &&
      (owner === null || line.owners.includes(owner)) &&
      (signal === null || line.signals.includes(signal)) &&
      (finding === null ||
        (finding === 'any' ? line.findings.length > 0 : line.findings.includes(finding))) &&
      (billable === null || line.billable === billable) &&
      (text === '' || `${line.person.name ?? ''} ${line.person.accountId}`.toLowerCase().includes(text)),
  );
}
