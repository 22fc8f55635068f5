import { useEffect, useMemo } from 'react';
import { type Call, type Input, type Output } from '../../../../src/contracts/api';
import { useServices } from '../services';
import { createAnswer, type AnswerStore } from './answer-store';
import { useStore } from './store';

/** The answer of one call, read when its view opens and again whenever there is news. */
export function useAnswer<C extends Call>(name: C, input: Input<C>): AnswerStore<Output<C>> {
  const { call, news } = useServices();
  const key = JSON.stringify(input);
  const answer = useMemo(() => createAnswer(call, name, JSON.parse(key) as Input<C>), [call, name, key]);
  const heard = useStore(news);
  useEffect(() => void answer.load(), [answer, heard]);
  return answer;
}
