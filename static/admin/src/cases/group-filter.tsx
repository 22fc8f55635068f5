import { type CaseList } from '../../../../src/contracts/case-views';
import { FilterTag } from '../parts/filter-tag';
import { useServices } from '../services';

interface Props {
  groupId: string;
  /** As the newest list names it; null where it does not, or names none yet. */
  group: CaseList['group'];
  remove: () => void;
}

/** Names the group that the table is narrowed to, and takes that off again. */
export function GroupFilter({ groupId, group: named, remove }: Props) {
  const { t } = useServices();
  const group = named?.groupId === groupId ? named.name : null;
  return (
    <FilterTag
      words={group === null ? t('cases.group.unnamed') : t('cases.group', { group })}
      title={group ?? groupId}
      removeLabel={t('cases.group.remove', { group: group ?? groupId })}
      remove={remove}
    />
  );
}
