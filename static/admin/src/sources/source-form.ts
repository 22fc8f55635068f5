import { type SourceRef } from '../../../../src/contracts/evidence';
import { type SourceView } from '../../../../src/contracts/review-views';

/** What every form on a source is given. */
export interface SourceFormProps {
  view: SourceView;
  reload: () => void;
  close: () => void;
}

export function refOf({ line }: SourceView): SourceRef {
  return { groupId: line.groupId, ari: line.ari };
}
