import { ASKING_DEFAULTS, IdentityProvider } from '../../../../src/contracts/settings';
import { type Person } from '../../../../src/contracts/views';
import { wholeNumber } from '../parts/whole-number';

const AskingTerms = IdentityProvider.pick({
  escalateTo: true,
  syncMinutes: true,
  pace: true,
  profileFirst: true,
});
export type Asking = Pick<IdentityProvider, keyof typeof AskingTerms.shape>;

const Pace = AskingTerms.shape.pace;
const fields = {
  syncMinutes: AskingTerms.shape.syncMinutes,
  mostOpen: Pace.shape.mostOpen,
  everyDays: Pace.shape.everyDays,
  fewestRows: Pace.shape.fewestRows,
};

/** The numbers among the terms, each kept as it was typed. */
export const ASKING_NUMBERS = ['mostOpen', 'everyDays', 'fewestRows', 'syncMinutes'] as const;
export type AskingNumber = (typeof ASKING_NUMBERS)[number];

export interface AskingDraft {
  escalateTo: Person | null;
  typed: Readonly<Record<AskingNumber, string>>;
  profileFirst: boolean;
}

/** The numbers that apply unless somebody chooses otherwise. */
export const usualNumbers: Readonly<Record<AskingNumber, number>> = numbersOf(ASKING_DEFAULTS);

function numbersOf({
  syncMinutes,
  pace,
}: Pick<Asking, 'syncMinutes' | 'pace'>): Record<AskingNumber, number> {
  return { syncMinutes, ...pace };
}

/** Begins with how a provider is asked until now, or as any is. */
export function firstAsking(asking: Asking | null, known: (accountId: string) => Person): AskingDraft {
  const { escalateTo, profileFirst, ...now } = asking ?? ASKING_DEFAULTS;
  const { syncMinutes, mostOpen, everyDays, fewestRows } = numbersOf(now);
  return {
    escalateTo: escalateTo === null ? null : known(escalateTo),
    profileFirst,
    typed: {
      syncMinutes: String(syncMinutes),
      mostOpen: String(mostOpen),
      everyDays: String(everyDays),
      fewestRows: String(fewestRows),
    },
  };
}

/** Whether a number can be taken as it is typed. */
export function fits(name: AskingNumber, { typed }: AskingDraft): boolean {
  return fields[name].safeParse(wholeNumber(typed[name])).success;
}

/** The terms as the call table takes them; null while a number cannot be taken. */
export function readAsking({ escalateTo, typed, profileFirst }: AskingDraft): Asking | null {
  const read = AskingTerms.safeParse({
    escalateTo: escalateTo?.accountId ?? null,
    syncMinutes: wholeNumber(typed.syncMinutes),
    pace: {
      mostOpen: wholeNumber(typed.mostOpen),
      everyDays: wholeNumber(typed.everyDays),
      fewestRows: wholeNumber(typed.fewestRows),
    },
    profileFirst,
  });
  return read.success ? read.data : null;
}
