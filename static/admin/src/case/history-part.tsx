import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { StateView } from '../parts/state-view';
import { type CaseId } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { HistoryLine } from './history-line';

interface Props {
  id: CaseId;
  person: string;
  /** The review that the part after this one ended with; null for the newest part. */
  before: string | null;
}

/** A part of a history, newest first, and below it the one before, once somebody asks for it. */
export function HistoryPart({ id: { accountId, ari }, person, before }: Props) {
  const { t } = useServices();
  const answer = useAnswer('cases/history', { accountId, ari, before });
  const [shown, setShown] = useState<string | null>(null);
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that asked for it is gone: whoever pressed it by keyboard goes on from here.
    if (before !== null) part.current?.focus();
  }, [before]);
  return (
    <div
      ref={part}
      className="history__part"
      {...(before === null ? {} : { role: 'group', tabIndex: -1, 'aria-label': t('history.earlier.part') })}
    >
      <StateView state={useStore(answer)} retry={() => void answer.load()} skeletonRows={3}>
        {({ lines, people, earlier }) => (
          <>
            {lines.length === 0 && <p className="quiet">{t('history.none')}</p>}
            <ol className={earlier === null ? 'timeline' : 'timeline timeline--goes-on'}>
              {lines.map((line, i) => (
                <HistoryLine key={`${line.at} ${i}`} line={line} people={people} person={person} />
              ))}
            </ol>
            {earlier !== null && earlier !== shown && (
              <Button appearance="subtle" onClick={() => setShown(earlier)}>
                {t('history.earlier')}
              </Button>
            )}
            {earlier !== null && earlier === shown && (
              <HistoryPart key={earlier} id={{ accountId, ari }} person={person} before={earlier} />
            )}
          </>
        )}
      </StateView>
    </div>
  );
}
