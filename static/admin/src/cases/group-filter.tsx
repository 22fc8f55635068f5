import CrossIcon from '@atlaskit/icon/core/cross';
import { useServices } from '../services';

/** Names the group that the table is narrowed to, and takes that off again. */
export function GroupFilter({ groupId, remove }: { groupId: string; remove: () => void }) {
  const { t, groupNames } = useServices();
  const group = groupNames.get(groupId) ?? groupId;
  return (
    <span className="group-filter">
      <span className="group-filter__name" title={group}>
        {t('cases.group', { group })}
      </span>
      <button
        type="button"
        className="group-filter__remove"
        aria-label={t('cases.group.remove', { group })}
        onClick={remove}
      >
        <CrossIcon label="" size="small" />
      </button>
    </span>
  );
}
