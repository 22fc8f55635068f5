import type { OverridesMeasured } from '../../contracts/overrides';
import type { LocalAction } from '../../contracts/records';

/** What became of an edit of synced access; null while nobody has seen it yet. */
export type EditResult = 'survived' | 'reverted' | 'refused' | null;

/** `isThere`: whether a scan that began after the last step of the edit shows the path. */
export function resultOf({ state, steps }: LocalAction, isThere: boolean): EditResult {
  if (state === 'confirmed') return isThere ? 'reverted' : 'survived';
  if (state !== 'returned') return null;
  // Given back by a person, it was never made: Atlassian did not take it.
  return steps.at(-1)?.by === 'seatpath' ? 'reverted' : 'refused';
}

/** Holds what was predicted of edits against what became of them; what Atlassian refused says nothing of lasting. */
export function measure(
  edits: readonly { readonly predicted: string; readonly result: EditResult }[],
): OverridesMeasured {
  const count = (result: EditResult): number => edits.filter((one) => one.result === result).length;
  const asPredicted = edits.filter(
    ({ predicted, result }) =>
      (result === 'survived' && predicted === 'yes') || (result === 'reverted' && predicted === 'no'),
  ).length;
  return {
    survived: count('survived'),
    reverted: count('reverted'),
    refused: count('refused'),
    open: count(null),
    asPredicted,
  };
}
