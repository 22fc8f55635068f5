import Lozenge, { type NewLozengeProps } from '@atlaskit/lozenge';
import { type CycleState } from '../../../../src/contracts/cycles';
import { useServices } from '../services';

const colours: Readonly<Record<CycleState, NonNullable<NewLozengeProps['appearance']>>> = {
  collecting: 'neutral',
  open: 'accent-blue',
  closed: 'success',
  lapsed: 'warning',
};

export function CycleLozenge({ state }: { state: CycleState }) {
  const { t } = useServices();
  return <Lozenge appearance={colours[state]}>{t(`cycle.state.${state}`)}</Lozenge>;
}
