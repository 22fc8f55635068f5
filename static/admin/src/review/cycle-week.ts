import { type Translate } from '../texts/texts';

/** The ISO week that an id such as `cycle-2026-W48` names. */
export function tellWeek(t: Translate, cycleId: string): string {
  const [, year, week] = /(\d{4})-W(\d{2})$/.exec(cycleId) ?? [];
  return year === undefined || week === undefined
    ? cycleId
    : t('cycle.week', { week: String(Number(week)), year });
}
