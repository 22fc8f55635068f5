import { useId, useState } from 'react';
import { Confirm } from '../parts/confirm';
import { ErrorMessage } from '../parts/error-message';
import { WordsField } from '../parts/words-field';
import { useServices } from '../services';
import { useSave } from '../states/use-save';
import { type Move, type Movable } from './moves';
import { tellSubject } from './tell-subject';

interface Props {
  line: Movable;
  move: Move;
  open: boolean;
  close: () => void;
}

/** Asks for a note and takes one step, by the version of the record that the reader saw. */
export function MoveDialog({ line, move, open, close }: Props) {
  const { t, flags, news } = useServices();
  const id = useId();
  const { saving, error, save } = useSave('records/move');
  const [note, setNote] = useState('');
  const { record, version } = line;
  const take = async (): Promise<void> => {
    if ((await save({ recordId: record.id, version, move, note: note.trim() })) === null) return;
    close();
    flags.show(t(`move.${move}.done`));
    news.tell();
  };
  return (
    <Confirm
      open={open}
      title={t(`move.${move}.title`, { kind: t(`kind.${record.kind}`) })}
      body={t(`move.${move}.body`)}
      confirm={t(`move.${move}`)}
      tone={move === 'withdraw' || move === 'end' ? 'danger' : 'usual'}
      working={saving}
      agreed={() => void take()}
      close={close}
    >
      <p className="strong">{tellSubject(t, line)}</p>
      <div className="dialog-field">
        <WordsField
          id={id}
          label={t('form.optional', { label: t('move.note') })}
          optional
          value={note}
          change={setNote}
        />
      </div>
      {error !== null && (
        <ErrorMessage
          error={error}
          lookAgain={() => {
            close();
            news.tell();
          }}
        />
      )}
    </Confirm>
  );
}
