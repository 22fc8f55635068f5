import { useState } from 'react';
import { type Call, type Input, type Output } from '../../../../src/contracts/api';
import { type Answer, type PageError } from '../platform/call-app';
import { useServices } from '../services';

export interface Save<I, T> {
  saving: boolean;
  error: PageError | null;
  /** Returns the answer, or null after a failure, which `error` then holds. */
  save: (input: I) => Promise<T | null>;
  /** Takes the failure off once its cause has been looked at. */
  forgive: () => void;
}

/** What one form sends: whether it is under way and what stood in its way. */
export function useSend<I, T>(send: (input: I) => Promise<Answer<T>>): Save<I, T> {
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<PageError | null>(null);
  const save = async (input: I): Promise<T | null> => {
    setSaving(true);
    const answer = await send(input);
    setSaving(false);
    setError(answer.ok ? null : answer.error);
    return answer.ok ? answer.data : null;
  };
  return { saving, error, save, forgive: () => setError(null) };
}

/** The same for a form that makes one call of the call table. */
export function useSave<C extends Call>(name: C): Save<Input<C>, Output<C>> {
  const { call } = useServices();
  return useSend((input: Input<C>) => call(name, input));
}
