import SectionMessage from '@atlaskit/section-message';
import { AppWords } from '../parts/app-words';
import { useServices } from '../services';
import { type Refused } from './send-answers';

/** Whom the app took no answer for, each with what it says of it. */
export function RefusedAnswers({ refused }: { refused: readonly Refused[] }) {
  const { t } = useServices();
  return (
    <div role="alert" className="dialog-field">
      <SectionMessage
        appearance="error"
        headingLevel="h2"
        title={t('answer.refused', { count: refused.length })}
      >
        <ul className="reasons">
          {refused.map(({ line: { record, person }, error }) => (
            <li key={record.id}>
              {person.name ?? person.accountId}:{' '}
              {error.message === '' ? t(`error.${error.code}.title`) : <AppWords>{error.message}</AppWords>}
            </li>
          ))}
        </ul>
      </SectionMessage>
    </div>
  );
}
