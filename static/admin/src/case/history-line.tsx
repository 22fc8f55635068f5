import { type ReactNode } from 'react';
import { type HistoryLine as Line } from '../../../../src/contracts/case-history';
import { type Person } from '../../../../src/contracts/views';
import { nameOf } from '../parts/names';
import { useServices } from '../services';
import { RecordMoment } from './record-moment';
import { ReviewMoment } from './review-moment';
import { SavingMoment } from './saving-moment';

interface Props {
  line: Line;
  people: readonly Person[];
  person: string;
}

/** One thing that happened to a case: what, when, and by whom. */
export function HistoryLine({ line, people, person }: Props) {
  const { t, format } = useServices();
  const isNow = line.is === 'review' && line.state === 'open';
  const when = isNow ? t('history.now') : <time dateTime={line.at}>{format.moment(line.at)}</time>;
  return (
    <li className={`timeline__line timeline__line--${line.is === 'saving' ? line.saw : line.is}`}>
      <p className="timeline__when">
        {when}
        {line.by !== null && <> · {nameOf(t, people, line.by)}</>}
      </p>
      {drawn(line, person)}
    </li>
  );
}

function drawn(line: Line, person: string): ReactNode {
  switch (line.is) {
    case 'review':
      return <ReviewMoment line={line} />;
    case 'record':
      return <RecordMoment line={line} person={person} />;
    case 'saving':
      return <SavingMoment line={line} />;
  }
}
