import AutoDismissFlag from '@atlaskit/flag/auto-dismiss-flag';
import { FlagGroup } from '@atlaskit/flag/flag-group';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import { useServices } from '../services';
import { useStore } from '../states/store';

/** Seconds that good news stays; it lies over the table's lower left. */
const STAYS = 5;

export function FlagStack() {
  const { flags } = useServices();
  const cards = useStore(flags);
  return (
    <FlagGroup onDismissed={(id) => flags.dismiss(Number(id))}>
      {cards.map(({ id, title }) => (
        <AutoDismissFlag
          key={id}
          id={id}
          title={title}
          autoDismissSeconds={STAYS}
          icon={<StatusSuccess label="" color="var(--ds-icon-success)" />}
        />
      ))}
    </FlagGroup>
  );
}
