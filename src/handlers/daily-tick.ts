import { z } from 'zod';
import { bindPorts } from '../app';
import { weeklyScan } from '../usecases/weekly-scan';

const Context = z.looseObject({ installContext: z.string() });

/** The scheduled trigger. Forge knows no weekday, may fire twice and never again on error: a tick a day decides nothing itself. */
export async function handleDailyTick(_event: unknown, context: unknown): Promise<{ statusCode: number }> {
  await weeklyScan(bindPorts(Context.parse(context).installContext));
  return { statusCode: 204 };
}
