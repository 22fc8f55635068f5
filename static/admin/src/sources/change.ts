import { type SourceChange } from '../../../../src/contracts/records';
import { type SourceView } from '../../../../src/contracts/review-views';
import { draftOf, everybodyOf, type PopulationDraft, readPopulation } from './population';

/** A change of a source while it is filled in; each kind uses its own part. */
export interface ChangeDraft {
  do: SourceChange['do'];
  toGroupId: string | null;
  keep: PopulationDraft;
  from: string | null;
  to: string;
}

/** The changes that this source can take at all; whether one can be decided, its preview says. */
export function changesOf({ line, otherGroups }: SourceView): readonly SourceChange['do'][] {
  const isDefault = line.defaultFor !== null;
  return [
    'revoke-grant',
    ...(isDefault ? (['unset-default'] as const) : []),
    ...(isDefault && otherGroups.length > 0 ? (['move-default'] as const) : []),
    'split-group',
    ...(line.roles.length > 0 ? (['change-role'] as const) : []),
  ];
}

/** Begins with what is suggested. */
export function firstChange(view: SourceView): ChangeDraft {
  const change = view.suggestedChange;
  const begun = changesOf(view).find((kind) => kind === change?.do) ?? 'revoke-grant';
  return {
    do: begun,
    toGroupId: change?.do === 'move-default' ? change.toGroupId : null,
    keep: change?.do === 'split-group' ? draftOf(change.keep) : everybodyOf(view),
    from: change?.do === 'change-role' ? change.from : (view.line.roles[0] ?? null),
    to: change?.do === 'change-role' ? change.to : '',
  };
}

/** The change as the call table takes it; null while something is missing. */
export function readChange(draft: ChangeDraft): SourceChange | null {
  switch (draft.do) {
    case 'revoke-grant':
    case 'unset-default':
      return { do: draft.do };
    case 'move-default':
      return draft.toGroupId === null ? null : { do: draft.do, toGroupId: draft.toGroupId };
    case 'split-group': {
      const keep = readPopulation(draft.keep);
      return keep === null ? null : { do: draft.do, keep };
    }
    case 'change-role': {
      const to = draft.to.trim();
      return draft.from === null || to === '' ? null : { do: draft.do, from: draft.from, to };
    }
  }
}
