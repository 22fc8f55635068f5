import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { type ProtectionSuggestion } from '../../../../src/contracts/review-views';
import { useAnswering } from '../parts/answering';
import { RecordForm } from '../parts/record-form';
import { type Answer } from '../platform/call-app';
import { useServices } from '../services';
import { useRecordForm } from '../states/use-record-form';
import { ProtectionTerms } from './protection-terms';

interface Props {
  /** Of one class. */
  suggestions: readonly ProtectionSuggestion[];
  reload: () => void;
  close: () => void;
}

type Terms = Pick<Input<'protections/record'>, 'reason' | 'steward' | 'expiresOn'>;

/** Protects everybody who is suggested of one class: a record each, with one reason and one steward. */
export function AdoptForm({ suggestions, reload, close }: Props) {
  const { call, t, news } = useServices();
  const id = useId();
  // What is recorded stays so when a later one is refused: sent again, the form goes on behind it.
  const [done, setDone] = useState(0);
  const answering = useAnswering(null);
  const adopt = async (terms: Terms): Promise<Answer<number>> => {
    for (let at = done; at < suggestions.length; at += 1) {
      const { rule, class: kind } = suggestions[at]!;
      const answer = await call('protections/record', { rule, class: kind, after: null, ...terms });
      if (!answer.ok) {
        news.tell();
        return answer;
      }
      setDone(at + 1);
    }
    return { ok: true, data: suggestions.length };
  };
  const form = useRecordForm(adopt, {
    told: t('protection.told-all', { count: suggestions.length }),
    done: close,
    reload,
  });
  return (
    <RecordForm
      {...form.frame}
      title={t('protection.title')}
      level={2}
      explain={t('protection.explain')}
      submit={t('protection.submit-all', { count: suggestions.length - done })}
      record={() => form.record((reason) => answering.read && { reason, ...answering.read })}
      cancel={close}
    >
      <p>{suggestions.map(({ subject }) => subject).join(', ')}</p>
      <ProtectionTerms id={id} form={form} answering={answering} />
      {done > 0 && <p role="status">{t('protection.adopted', { done, count: suggestions.length })}</p>}
    </RecordForm>
  );
}
