import { api, type Call, type Reply } from '../../src/contracts/api';
import { defaultReplies } from './example-replies';
import { isFailure, type Replies } from './replies';

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
