import { useId, useState } from 'react';
import { type HandedOver } from '../../../../src/contracts/calls/route-outs';
import { ANSWER_DAYS, type AnswerKind, ANSWERS } from '../../../../src/contracts/route-outs';
import { Confirm } from '../parts/confirm';
import { DayField } from '../parts/day-field';
import { Radios } from '../parts/radios';
import { dayFits } from '../platform/format';
import { useServices } from '../services';
import { useToday } from '../states/use-today';
import { RefusedAnswers } from './refused-answers';
import { type Refused, sendAnswers } from './send-answers';

interface Props {
  rows: readonly HandedOver[];
  about: string;
  open: boolean;
  close: () => void;
}

/** The furthest day that an answer may name, in days from today. */
const MOST_DAYS = 365;

/** What an identity owner says of one person or of many: one of the answers that the app permits. */
export function AnswerDialog({ rows, about, open, close }: Props) {
  const { t, call, flags, news } = useServices();
  const id = useId();
  const today = useToday();
  const offered = ANSWERS.filter((kind) => rows.some(({ answers }) => answers.includes(kind)));
  const [says, setSays] = useState<AnswerKind>(offered[0] ?? 'done');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const meant = rows.filter(({ answers }) => answers.includes(says));
  const day = ANSWER_DAYS[says];
  const fine = day === 'none' || dayFits(today, until, MOST_DAYS) || (day === 'optional' && until === '');
  // That a day is missing is told once sending was tried.
  const mayStayOpen = day === 'optional' || !tried;
  const leave = (): void => {
    close();
    // Who was answered for is told elsewhere than what was refused: the list is read again either way.
    if (refused.length > 0) news.tell();
  };
  const send = async (): Promise<void> => {
    setTried(true);
    if (!fine || sent !== null) return;
    setSent(0);
    const wanted = { says, until: day === 'none' || until === '' ? null : until };
    const left = await sendAnswers(call, meant, wanted, setSent);
    setSent(null);
    setRefused(left);
    if (left.length > 0) return;
    close();
    flags.show(t('answer.told', { count: meant.length }));
    news.tell();
  };
  return (
    <Confirm
      open={open}
      title={t('answer.for', { about })}
      body={t('answer.body')}
      confirm={t('answer.submit', { count: meant.length })}
      tone="usual"
      working={sent !== null}
      agreed={() => void send()}
      close={leave}
    >
      <div className="dialog-field">
        <Radios
          name={`${id}says`}
          legend={t('answer.title')}
          value={says}
          choose={setSays}
          disabled={sent !== null}
          items={offered.map((value) => ({
            value,
            label: t(`answer.${value}`),
            hint: t(`answer.${value}.hint`),
          }))}
        />
      </div>
      {day !== 'none' && (
        <div className="dialog-field">
          <DayField
            id={`${id}day`}
            label={t(`answer.day.${day}`)}
            value={until}
            change={setUntil}
            most={MOST_DAYS}
            optional={mayStayOpen}
          />
        </div>
      )}
      {sent !== null && meant.length > 1 && (
        <p role="status" className="dialog-field quiet">
          {t('answer.sent', { sent, count: meant.length })}
        </p>
      )}
      {refused.length > 0 && <RefusedAnswers refused={refused} />}
    </Confirm>
  );
}
