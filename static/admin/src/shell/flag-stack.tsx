import AutoDismissFlag from '@atlaskit/flag/auto-dismiss-flag';
import { FlagGroup } from '@atlaskit/flag/flag-group';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import { useServices } from '../services';
import { useStore } from '../states/store';

/** Seconds that good news stays; it lies over the table's lower left. */
const STAYS = 5;

/** Good news in a landmark of its own, with a name that the reader understands. */
export function FlagStack() {
  const { t, flags } = useServices();
  const cards = useStore(flags);
  return (
    <section className="flags" aria-label={t('flags.label')}>
      <FlagGroup
        label={t('flags.label')}
        onDismissed={(id) => flags.dismiss(Number(id))}
        shouldRenderToParent
      >
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
    </section>
  );
}
