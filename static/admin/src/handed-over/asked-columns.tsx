import { type HandedOver } from '../../../../src/contracts/calls/route-outs';
import { ANSWER_DAYS, type AnswerKind } from '../../../../src/contracts/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { MoveButtons } from '../moves/move-buttons';
import { type Movable } from '../moves/moves';
import { CaseLink } from '../parts/case-link';
import { nameOf } from '../parts/names';
import { type RecordColumn } from '../records/record-table';
import { type Services } from '../services';
import { type Translate } from '../texts/texts';
import { AnswerButton } from './answer-button';
import { RowState } from './row-state';

interface Drawing extends Pick<Services, 't' | 'format'> {
  people: readonly Person[];
}

/** The columns of people who are asked about: who, how it stands, what was answered, and the answer to give. */
export function askedColumns({ t, format, people }: Drawing): readonly RecordColumn<HandedOver>[] {
  return [
    {
      id: 'person',
      title: t('records.column.person'),
      draw: ({ person, product, record: { row } }) => (
        <>
          <CaseLink person={person} of={row} />
          <div className="records__under">{product}</div>
        </>
      ),
    },
    {
      id: 'state',
      title: t('records.column.state'),
      draw: ({ record: { state, steps, recordedAt } }) => (
        <>
          <RowState state={state} />
          <div className="records__under">
            {t('handed-over.since', { day: format.dayOf(steps.at(-1)?.at ?? recordedAt) })}
          </div>
        </>
      ),
    },
    {
      id: 'answer',
      title: t('answer.title'),
      draw: ({ record: { answer } }) =>
        answer === null ? (
          <span className="quiet">{t('answer.none')}</span>
        ) : (
          <>
            {t(`answer.${answer.says}`)}
            {answer.until !== null && ` ${tellUntil(t, answer.says, format.day(answer.until))}`}
            <div className="records__under">
              {t(`answer.through.${answer.through}`, {
                person: nameOf(t, people, answer.by),
                day: format.dayOf(answer.at),
              })}
            </div>
          </>
        ),
    },
    {
      id: 'give',
      title: t('records.column.moves'),
      draw: (line) => (
        <span className="moves">
          {line.answers.length > 0 && (
            <AnswerButton
              rows={[line]}
              label={t('answer.open')}
              about={line.person.name ?? line.person.accountId}
            />
          )}
          <MoveButtons line={movable(line)} none={line.answers.length === 0 && t('cases.none')} />
        </span>
      ),
    },
  ];
}

/** A row as a record that can be moved. */
const movable = ({ record, version, moves, person, product, groupName }: HandedOver): Movable => ({
  ...{ record, version, moves },
  subject: { person, product, groupName, toGroupName: null, site: null },
});

/** The day that an answer names: of the change, or of the person’s return. */
function tellUntil(t: Translate, says: AnswerKind, day: string): string {
  return t(ANSWER_DAYS[says] === 'needed' ? 'answer.until.needed' : 'answer.until.optional', { day });
}
