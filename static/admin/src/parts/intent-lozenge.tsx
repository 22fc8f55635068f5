import Lozenge, { type NewLozengeProps } from '@atlaskit/lozenge';
import { type SourceIntent } from '../../../../src/contracts/source-views';
import { useServices } from '../services';

type Colour = NonNullable<NewLozengeProps['appearance']>;

const colours: Readonly<Record<SourceIntent, Colour>> = {
  none: 'neutral',
  proposed: 'accent-blue',
  standing: 'success',
  void: 'warning',
  redesign: 'accent-purple',
};

/** What was decided about a source as a whole. */
export function IntentLozenge({ intent }: { intent: SourceIntent }) {
  const { t } = useServices();
  return <Lozenge appearance={colours[intent]}>{t(`intent.${intent}`)}</Lozenge>;
}
