import CrossIcon from '@atlaskit/icon/core/cross';
import { type CaseList } from '../../../../src/contracts/views';
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
  const words = group === null ? t('cases.group.unnamed') : t('cases.group', { group });
  return (
    <span className="group-filter">
      <span className="group-filter__name" title={group ?? groupId}>
        {words}
      </span>
      <button
        type="button"
        className="group-filter__remove"
        aria-label={t('cases.group.remove', { group: group ?? groupId })}
        onClick={remove}
      >
        <CrossIcon label="" size="small" />
      </button>
    </span>
  );
}
