import { type Input } from '../../../../src/contracts/api';
import { type HandedOver } from '../../../../src/contracts/calls/route-outs';
import { type CallApp, type PageError } from '../platform/call-app';

export type WantedAnswer = Pick<Input<'route-outs/answer'>, 'says' | 'until'>;

/** A row whose answer the app did not take, and why. */
export interface Refused {
  line: HandedOver;
  error: PageError;
}

/** Answers under way at once. */
const AT_ONCE = 4;

/** Gives one answer for rows, each by the version that the reader saw; a refusal of one does not stop the others. */
export async function sendAnswers(
  call: CallApp,
  rows: readonly HandedOver[],
  wanted: WantedAnswer,
  told: (sent: number) => void,
): Promise<readonly Refused[]> {
  const refused: Refused[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const answers = await Promise.all(
      some.map(({ record, version }) =>
        call('route-outs/answer', { recordId: record.id, version, ...wanted }),
      ),
    );
    answers.forEach((answer, at) => {
      if (!answer.ok) refused.push({ line: some[at]!, error: answer.error });
    });
    told(from + some.length);
  }
  return refused;
}
