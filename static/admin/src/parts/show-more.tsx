import Button from '@atlaskit/button/new';
import { useServices } from '../services';

/** Ends a list that is not drawn whole; nothing where it is. */
export function ShowMore({ rest, show }: { rest: number; show: () => void }) {
  const { t } = useServices();
  if (rest <= 0) return null;
  return (
    <Button appearance="subtle" onClick={show}>
      {t('list.show-more', { count: rest })}
    </Button>
  );
}
