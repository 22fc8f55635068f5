import Lozenge, { type NewLozengeProps } from '@atlaskit/lozenge';
import { type RouteOutState } from '../../../../src/contracts/route-outs';
import { useServices } from '../services';

/** Colour helps the eye; the text says the same. */
const colours: Readonly<Record<RouteOutState, NonNullable<NewLozengeProps['appearance']>>> = {
  'needs-owner': 'accent-yellow',
  'needs-profile': 'accent-yellow',
  ready: 'neutral',
  sent: 'accent-blue',
  acknowledged: 'accent-teal',
  'done-claimed': 'accent-purple',
  confirmed: 'success',
  'not-confirmed': 'warning',
  disputed: 'accent-magenta',
  withdrawn: 'neutral',
  superseded: 'neutral',
};

/** Where one row that is handed over stands. */
export function RowState({ state, count }: { state: RouteOutState; count?: string }) {
  const { t } = useServices();
  const words = t(`register.state.${state}`);
  return <Lozenge appearance={colours[state]}>{count === undefined ? words : `${words} ${count}`}</Lozenge>;
}
