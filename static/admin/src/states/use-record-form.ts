import { useState } from 'react';
import { type Answer, type PageError } from '../platform/call-app';
import { type Call, type Input, type Output } from '../../../../src/contracts/api';
import { useServices } from '../services';
import { useSend } from './use-save';

interface Props<T> {
  /** Told in a flag when it is recorded. */
  told: string | ((recorded: T) => string);
  done: () => void;
  /** Reads again what the form is about. */
  reload: () => void;
  /** The reason that stands there at first, for a person to keep or to change. */
  proposed?: string;
}

export interface RecordFormState<I> {
  /** Whether sending was tried, so that what is missing is to be said. */
  tried: boolean;
  /** Makes the input from the reason and sends it; null where something else is still missing. */
  record: (make: (reason: string) => I | null) => void;
  /** For the field of the reason. */
  reason: { value: string; change: (text: string) => void; error: string | null };
  /** For the frame of the form. */
  frame: { saving: boolean; error: PageError | null; lookAgain: () => void };
}

/** What the form of every record does alike: it needs a reason, sends, tells, and bears a conflict. */
export function useRecordForm<I, T>(
  send: (input: I) => Promise<Answer<T>>,
  { told, done, reload, proposed = '' }: Props<T>,
): RecordFormState<I> {
  const { t, flags, news } = useServices();
  const { saving, error, save, forgive } = useSend(send);
  const [reason, setReason] = useState(proposed);
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const record = async (make: (reason: string) => I | null): Promise<void> => {
    setTried(true);
    const input = make(reason.trim());
    if (missing || input === null) return;
    const recorded = await save(input);
    if (recorded === null) return;
    done();
    flags.show(typeof told === 'string' ? told : told(recorded));
    news.tell();
  };
  return {
    tried,
    record: (make) => void record(make),
    reason: {
      value: reason,
      change: setReason,
      error: tried && missing ? t('form.required') : null,
    },
    frame: {
      saving,
      error,
      lookAgain: () => {
        forgive();
        reload();
      },
    },
  };
}

/** The same for a form that makes one call of the call table. */
export function useCallForm<C extends Call>(name: C, props: Props<Output<C>>): RecordFormState<Input<C>> {
  const { call } = useServices();
  return useRecordForm((input: Input<C>) => call(name, input), props);
}
