import { z } from 'zod';
import { KeptCheck } from '../contracts/setup-checks';
import { Conflict, type SetupCheckRepository } from '../usecases/ports';
import { loadDocument, saveDocument } from './documents';
import { keys } from './keys';

/** A test that an older app kept and this one cannot read is made again, so nothing is refused for it. */
const Checks = z
  .strictObject({ schema: z.literal(1), checks: z.array(KeptCheck.nullable().catch(null)) })
  .catch({ schema: 1, checks: [] });

/** Tries at keeping a test: two steps may be tested at the same moment. */
const TRIES = 5;

async function read(): Promise<{ version: number; checks: KeptCheck[] }> {
  const found = await loadDocument(keys.setupChecks, Checks);
  return {
    version: found?.version ?? 0,
    checks: (found?.body.checks ?? []).filter((kept) => kept !== null),
  };
}

/** The last test of each step, all in one document: setup is shown with every one of them. */
export const setupCheckRepository: SetupCheckRepository = {
  load: async () => (await read()).checks,
  async keep(kept) {
    for (let tries = 1; ; tries += 1) {
      const { version, checks } = await read();
      const others = checks.filter(({ check }) => check.step !== kept.check.step);
      try {
        await saveDocument(keys.setupChecks, version, { schema: 1, checks: [...others, kept] });
        return;
      } catch (error) {
        if (!(error instanceof Conflict) || tries === TRIES) throw error;
      }
    }
  },
};
