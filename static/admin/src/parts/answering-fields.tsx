import { REVIEW_MAX_DAYS } from '../../../../src/contracts/records';
import { useServices } from '../services';
import { type AnsweringState } from './answering';
import { DayField } from './day-field';
import { PersonField } from './person-field';

interface Props {
  /** Begins the ids of the fields. */
  id: string;
  answering: AnsweringState;
  /** Whether what is missing is to be said. */
  tried: boolean;
}

export function StewardField({ id, answering: { draft, change }, tried }: Props) {
  const { t } = useServices();
  return (
    <PersonField
      id={`${id}steward`}
      label={t('form.steward')}
      error={tried && draft.steward === null ? t('form.required') : null}
      person={draft.steward}
      choose={(steward) => change({ ...draft, steward })}
    />
  );
}

export function ReviewByField({ id, answering: { draft, change } }: Omit<Props, 'tried'>) {
  const { t } = useServices();
  return (
    <DayField
      id={`${id}day`}
      label={t('form.review-by')}
      value={draft.expiresOn}
      change={(expiresOn) => change({ ...draft, expiresOn })}
      most={REVIEW_MAX_DAYS}
    />
  );
}
