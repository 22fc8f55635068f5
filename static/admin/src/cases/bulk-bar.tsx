import Button from '@atlaskit/button/new';
import { type Ref } from 'react';
import { focusRow } from '../grid/focus-row';
import { useMay, useServices } from '../services';
import { areTooMany, type ChosenProps, ChosenScope } from './chosen-scope';

interface Props extends ChosenProps {
  /** Opens the form. */
  decide: () => void;
  opener: Ref<HTMLButtonElement>;
}

/** What can be done with the chosen cases, in the place of the count, so that choosing moves no row. */
export function BulkBar({ decide, opener, ...props }: Props) {
  const { t } = useServices();
  const may = useMay('cases/decide');
  const { chosen } = props;
  return (
    <section className="bulk-bar" aria-label={t('cases.bulk')}>
      <ChosenScope {...props} />
      {may && (
        <Button
          ref={opener}
          appearance="primary"
          spacing="compact"
          isDisabled={areTooMany(chosen)}
          onClick={decide}
        >
          {t('bulk.open')}
        </Button>
      )}
      <Button
        appearance="subtle"
        spacing="compact"
        onClick={() => {
          chosen.clear();
          focusRow();
        }}
      >
        {t('cases.chosen.clear')}
      </Button>
    </section>
  );
}
