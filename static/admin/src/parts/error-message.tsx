import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { type PageError } from '../platform/call-app';
import { useServices } from '../services';

interface Props {
  error: PageError;
  retry?: () => void;
}

/** A failure near its cause: what it is, what the app says of it, and its cure. */
export function ErrorMessage({ error, retry }: Props) {
  const { t, routes } = useServices();
  const toSetup = error.code === 'NOT_SET_UP' || error.code === 'KEY_MISSING' || error.code === 'KEY_REFUSED';
  const actions = [
    ...(retry === undefined
      ? []
      : [
          <SectionMessageAction key="retry" onClick={retry}>
            {t('state.retry')}
          </SectionMessageAction>,
        ]),
    ...(toSetup && routes.get().tab !== 'setup'
      ? [
          <SectionMessageAction key="setup" onClick={() => routes.goTab('setup')}>
            {t('empty.not-set-up.action')}
          </SectionMessageAction>,
        ]
      : []),
  ];
  return (
    <div role="alert">
      <SectionMessage
        appearance="error"
        headingLevel="h3"
        title={t(`error.${error.code}.title`)}
        actions={actions}
      >
        {error.message !== '' && <p>{error.message}</p>}
        <p>{t(`error.${error.code}.cure`)}</p>
      </SectionMessage>
    </div>
  );
}
