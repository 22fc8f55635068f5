import Lozenge, { type NewLozengeProps } from '@atlaskit/lozenge';
import { type Owner } from '../../../../src/contracts/vocabulary';
import { useServices } from '../services';

type Colour = NonNullable<NewLozengeProps['appearance']>;

/** Colour helps the eye; the text says the same. */
const colours: Readonly<Record<Owner, Colour>> = {
  'idp-owned': 'accent-blue',
  'default-group': 'accent-yellow',
  'local-group': 'accent-purple',
  direct: 'accent-teal',
  inferred: 'accent-gray',
  unknown: 'accent-red',
};

export function OwnerLozenge({ owner }: { owner: Owner }) {
  const { t } = useServices();
  return <Lozenge appearance={colours[owner]}>{t(`owner.${owner}`)}</Lozenge>;
}
