import { z } from 'zod';
import { answer } from '../errors';
import type { Recorder } from '../recorder';
import { runOutside, type Invocation } from './invocation';

/** Accounts of one report; `@forge/api` 8.3.0 cuts its calls to this size (out/privacy/index.js). */
export const accountsPerReport = 90;
const reportPath = '/app/report-accounts';
const reportScope = 'report:personal-data';

const bodySchema = z.strictObject({
  accounts: z.array(z.object({ accountId: z.string(), updatedAt: z.string() })),
});

export type ReportedAccount = z.infer<typeof bodySchema>['accounts'][number];

/** Says which of the reported accounts were closed or changed; nobody by default. */
export type AnswerReport = (
  accounts: ReportedAccount[],
) => Promise<{ accountId: string; status: 'closed' | 'updated' }[]>;

export interface PersonalData {
  knows(path: string): boolean;
  handle(invocation: Invocation, body: string): Promise<Response>;
}

/** `privacy.reportPersonalData`: 200 with the accounts to act on, 204 when there is nothing to do. */
export function createPersonalData(options: {
  scopes: Set<string>;
  recorder: Recorder;
  report?: AnswerReport | undefined;
}): PersonalData {
  const { scopes, recorder, report } = options;
  return {
    knows: (path) => path === reportPath,
    handle: async (invocation, text) => {
      const { installationId } = invocation.installation;
      if (!scopes.has(reportScope)) {
        const what = `reporting personal data needs ${reportScope}`;
        recorder.note({ kind: 'refused', service: 'scopes', what, installationId });
        return answer(403, { message: what });
      }
      const { accounts } = bodySchema.parse(JSON.parse(text));
      if (accounts.length > accountsPerReport)
        return answer(400, { message: `At most ${accountsPerReport} accounts.` });
      const found = report ? await runOutside(() => report(accounts)) : [];
      return found.length > 0 ? answer(200, { accounts: found }) : answer(204);
    },
  };
}
