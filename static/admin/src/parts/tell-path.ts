import { type RowRef } from '../../../../src/contracts/evidence';
import { type Translate } from '../texts/texts';

/** Through what a path leads. */
export function tellPath(
  t: Translate,
  { via, groupId }: Pick<RowRef, 'via' | 'groupId'>,
  groupName: string | null,
): string {
  return via === 'group' ? (groupName ?? groupId ?? '') : t(`records.path.${via}`);
}
