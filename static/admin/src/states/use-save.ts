import { useState } from 'react';
import { type Call, type Input, type Output } from '../../../../src/contracts/api';
import { type PageError } from '../platform/call-app';
import { useServices } from '../services';

export interface Save<C extends Call> {
  saving: boolean;
  error: PageError | null;
  /** Returns the answer, or null after a failure, which `error` then holds. */
  save: (input: Input<C>) => Promise<Output<C> | null>;
}

/** One form's call: whether it is under way and what stood in its way. */
export function useSave<C extends Call>(name: C): Save<C> {
  const { call } = useServices();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<PageError | null>(null);
  const save = async (input: Input<C>): Promise<Output<C> | null> => {
    setSaving(true);
    const answer = await call(name, input);
    setSaving(false);
    setError(answer.ok ? null : answer.error);
    return answer.ok ? answer.data : null;
  };
  return { saving, error, save };
}
