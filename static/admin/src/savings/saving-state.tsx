import Lozenge, { type NewLozengeProps } from '@atlaskit/lozenge';
import { type SavingState as State } from '../../../../src/contracts/savings';
import { useServices } from '../services';

/** Colour helps the eye; the text says the same. */
const colours: Readonly<Record<State, NonNullable<NewLozengeProps['appearance']>>> = {
  proposed: 'neutral',
  observed: 'accent-blue',
  settled: 'success',
  invoiced: 'accent-teal',
  reversed: 'warning',
  dropped: 'neutral',
};

/** How far the saving of one seat has come. */
export function SavingState({ state }: { state: State }) {
  const { t } = useServices();
  return <Lozenge appearance={colours[state]}>{t(`saving.${state}`)}</Lozenge>;
}
