import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { type PageError } from '../platform/call-app';
import { useMay, useServices } from '../services';
import { AppWords } from './app-words';

interface Props {
  error: PageError;
  /** That of its heading: 2 where it stands for a whole view or above one, with no heading before it. */
  level?: 2 | 3;
  retry?: () => void;
  /** Reads again what somebody else changed meanwhile; offered for a conflict only. */
  lookAgain?: (() => void) | undefined;
}

/** A failure near its cause: what it is, what the app says of it, and its cure. */
export function ErrorMessage({ error, level = 3, retry, lookAgain }: Props) {
  const { t, routes } = useServices();
  const hasSetup = useMay('setup/get');
  const toSetup =
    hasSetup && (error.code === 'NOT_SET_UP' || error.code === 'KEY_MISSING' || error.code === 'KEY_REFUSED');
  const toCheck = useMay('evidence/check') && error.code === 'EVIDENCE_BROKEN';
  const ways = [
    { key: 'retry', label: t('state.retry'), go: retry },
    {
      key: 'look-again',
      label: t('state.look-again'),
      go: error.code === 'CONFLICT' ? lookAgain : undefined,
    },
    {
      key: 'setup',
      label: t('empty.not-set-up.action'),
      go: toSetup && routes.get().tab !== 'setup' ? () => routes.goTab('setup') : undefined,
    },
    {
      key: 'records',
      label: t('state.go-to', { place: t('tab.records') }),
      go: toCheck && routes.get().tab !== 'records' ? () => routes.goTab('records') : undefined,
    },
  ];
  return (
    <div role="alert">
      <SectionMessage
        appearance="error"
        headingLevel={`h${level}`}
        title={t(`error.${error.code}.title`)}
        actions={ways.flatMap(({ key, label, go }) =>
          go === undefined
            ? []
            : [
                <SectionMessageAction key={key} onClick={go}>
                  {label}
                </SectionMessageAction>,
              ],
        )}
      >
        {error.message !== '' && (
          <p>
            <AppWords>{error.message}</AppWords>
          </p>
        )}
        <p>{t(`error.${error.code}.cure`)}</p>
      </SectionMessage>
    </div>
  );
}
