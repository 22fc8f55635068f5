import { type Waiting } from '../../../../src/contracts/calls/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { AppWords } from '../parts/app-words';
import { useServices } from '../services';
import { AskedPeople } from './asked-people';
import { GroupKnown } from './group-known';

interface Props {
  group: Waiting;
  people: readonly Person[];
  reload: () => void;
}

/** Rows of a group that are in no issue yet, with what they wait for. */
export function WaitingCard({ group, people, reload }: Props) {
  const { t } = useServices();
  const { groupName, rows, because } = group;
  const unknown = rows.some(({ record }) => record.state === 'needs-profile');
  return (
    <article className="request" aria-label={groupName}>
      <header className="request__words">
        <h4 className="request__title">{groupName}</h4>
        <p>
          <AppWords>{because}</AppWords>
        </p>
      </header>
      <AskedPeople rows={rows} people={people} of={t('handed-over.waiting.of', { group: groupName })} />
      {unknown && <GroupKnown group={group} profile={null} people={people} unfolded reload={reload} />}
    </article>
  );
}
