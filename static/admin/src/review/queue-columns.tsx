import Lozenge from '@atlaskit/lozenge';
import { type QueueLine } from '../../../../src/contracts/review-views';
import { type Column } from '../grid/grid-column';
import { AppWords } from '../parts/app-words';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { TwoLines } from '../parts/two-lines';
import { type Services } from '../services';
import { tellItem, tellPlace } from './tell-item';

/** The columns of the queue; its order is the rank, so none of them sorts. */
export function queueColumns({
  t,
  format,
  tellSentence,
}: Pick<Services, 't' | 'format' | 'tellSentence'>): readonly Column<QueueLine, never>[] {
  const nothing = <span className="quiet">{t('cases.none')}</span>;
  const words = (text: string) => (
    <span className="clamp" title={text}>
      {text}
    </span>
  );
  return [
    {
      id: 'what',
      least: 324,
      share: 3,
      title: t('queue.column.what'),
      draw: (line) => <b className="strong">{words(tellItem(t, line))}</b>,
    },
    {
      id: 'product',
      least: 112,
      share: 1,
      title: t('queue.column.product'),
      draw: (line) => words(tellPlace(t, line)),
    },
    {
      id: 'owner',
      least: 112,
      title: t('queue.column.owner'),
      draw: ({ item }) => (item.owner === null ? nothing : <OwnerLozenge owner={item.owner} />),
    },
    {
      id: 'people',
      least: 68,
      title: t('queue.column.people'),
      numeric: true,
      draw: ({ people }) => format.number(people),
    },
    {
      id: 'freeable',
      least: 64,
      title: t('queue.column.freeable'),
      hint: t('queue.column.freeable.hint'),
      numeric: true,
      draw: ({ item }) => format.number(item.freeable),
    },
    {
      id: 'edits',
      least: 84,
      title: t('queue.column.edits'),
      hint: t('queue.column.edits.hint'),
      numeric: true,
      draw: ({ item }) => (
        <span title={format.list(item.editOwners.map((owner) => t(`owner.${owner}`)))}>
          {format.number(item.edits)}
        </span>
      ),
    },
    {
      id: 'suggestion',
      least: 144,
      share: 1.6,
      title: t('queue.column.suggestion'),
      draw: ({ suggestion }) => (
        <TwoLines
          first={<span>{t(`suggestion.${suggestion.do}`)}</span>}
          second={
            <span title={tellSentence(suggestion.because) ?? suggestion.because}>
              <AppWords>{suggestion.because}</AppWords>
            </span>
          }
        />
      ),
    },
    {
      id: 'progress',
      least: 88,
      title: t('queue.column.progress'),
      draw: ({ people, decided }) =>
        people > 0 && decided >= people ? (
          <Lozenge appearance="success">{t('queue.decided')}</Lozenge>
        ) : decided === 0 ? (
          <span className="quiet">{t('queue.open')}</span>
        ) : (
          t('queue.decided-of', { decided, count: people })
        ),
    },
  ];
}
