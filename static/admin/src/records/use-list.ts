import { useEffect, useMemo } from 'react';
import { type Input, type Output } from '../../../../src/contracts/api';
import { useServices } from '../services';
import { createAnswer, type AnswerStore } from '../states/answer-store';

const nothing: Input<ListCall> = {};
type ListCall = 'route-outs/list' | 'exceptions/list';

/** A list of records, read when its tab opens. */
export function useList<C extends ListCall>(name: C): AnswerStore<Output<C>> {
  const { call } = useServices();
  const answer = useMemo(() => createAnswer(call, name, nothing as Input<C>), [call, name]);
  useEffect(() => void answer.load(), [answer]);
  return answer;
}
