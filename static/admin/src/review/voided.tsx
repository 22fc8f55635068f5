import SectionMessage from '@atlaskit/section-message';
import { type Opening } from '../../../../src/contracts/cycles';
import { AppWords } from '../parts/app-words';
import { toSource } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { dataOf } from '../states/view-state';

/** Standing decisions that this review found void; the reason is all that is sure, the register names the source. */
export function Voided({ voided }: { voided: Opening['voided'] }) {
  const { t, routes } = useServices();
  const lines = dataOf(useStore(useAnswer('registers/list', { kind: 'intent' })))?.lines ?? [];
  return (
    <SectionMessage
      appearance="warning"
      headingLevel="h3"
      title={t('voided.title', { count: voided.length })}
    >
      <ul className="reasons">
        {voided.map(({ recordId, because }) => {
          const line = lines.find(({ record }) => record.id === recordId);
          const record = line?.record;
          return (
            <li key={recordId}>
              {record?.kind === 'intent' && (
                <>
                  <button
                    type="button"
                    className="link"
                    onClick={() => routes.go(toSource({ ...record.source, form: null }))}
                  >
                    {t('voided.source', {
                      group: line?.subject.groupName ?? record.source.groupId,
                      product: line?.subject.product ?? '',
                    })}
                  </button>
                  {': '}
                </>
              )}
              <AppWords>{because}</AppWords>
            </li>
          );
        })}
      </ul>
    </SectionMessage>
  );
}
