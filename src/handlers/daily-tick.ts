import { z } from 'zod';
import { bindPorts } from '../app';
import { reviewTick } from '../usecases/review/review-tick';

const Context = z.looseObject({ installContext: z.string() });

/** The scheduled trigger. Forge knows no weekday, may fire twice and never again on error: a tick a day decides nothing itself. */
export async function handleDailyTick(_event: unknown, context: unknown): Promise<{ statusCode: number }> {
  await reviewTick(bindPorts(Context.parse(context).installContext));
  return { statusCode: 204 };
}
