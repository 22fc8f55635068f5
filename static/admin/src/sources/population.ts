import { type Population } from '../../../../src/contracts/records';
import { type SourceView } from '../../../../src/contracts/review-views';

/** Whom a decision is to speak of, while it is filled in; null for every one, also those to come. */
export interface PopulationDraft {
  claimStatuses: readonly string[] | null;
  domains: readonly string[] | null;
}

/** As many of each as a record may name. */
const MOST = { claimStatuses: 10, domains: 100 };

/** Everybody who is there now, by name: whoever comes with another status or domain stays in the queue. */
export function everybodyOf(view: SourceView): PopulationDraft {
  const names = (part: keyof PopulationDraft): readonly string[] | null =>
    view[part].length === 0 || view[part].length > MOST[part] ? null : view[part].map(({ name }) => name);
  return { claimStatuses: names('claimStatuses'), domains: names('domains') };
}

export function draftOf({ claimStatuses, domains }: Population): PopulationDraft {
  return {
    claimStatuses: claimStatuses.length === 0 ? null : claimStatuses,
    domains: domains.length === 0 ? null : domains,
  };
}

/** The population as the call table takes it; null where a part names nobody, or too many. */
export function readPopulation(draft: PopulationDraft): Population | null {
  return fits(draft, 'claimStatuses') && fits(draft, 'domains')
    ? { claimStatuses: [...(draft.claimStatuses ?? [])], domains: [...(draft.domains ?? [])] }
    : null;
}

export function fits(draft: PopulationDraft, part: keyof PopulationDraft): boolean {
  const chosen = draft[part];
  return chosen === null || (chosen.length > 0 && chosen.length <= MOST[part]);
}
