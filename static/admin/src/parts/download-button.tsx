import DownloadIcon from '@atlaskit/icon/core/download';
import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import { useServices } from '../services';
import { type FetchFile, useDownload } from '../states/use-download';
import { ErrorMessage } from './error-message';

interface Props {
  label: string;
  /** Says which file it is, where several buttons have the same label. */
  name?: string;
  /** How many cases the file has, where it is long: then it says how far it is, and can be cancelled. */
  cases?: number;
  fetchFile: FetchFile;
}

/** Saves a file that the app writes, and says below what stood in its way. */
export function DownloadButton({ label, name, cases, fetchFile }: Props) {
  const { t, flags } = useServices();
  const { saving, error, save, reached, cancel } = useDownload(fetchFile);
  const button = useRef<HTMLButtonElement>(null);
  const download = async (): Promise<void> => {
    const saved = await save(null);
    if (saved !== null) flags.show(t('download.done', { file: saved.name }));
  };
  return (
    <div className="download">
      <Button
        ref={button}
        appearance="subtle"
        spacing="compact"
        iconBefore={DownloadIcon}
        isLoading={saving}
        {...(name === undefined ? {} : { 'aria-label': name })}
        onClick={() => void download()}
      >
        {label}
      </Button>
      {saving && cases !== undefined && (
        <span className="download__reached">
          {t('download.reached', { done: reached, count: cases })}{' '}
          <Button
            appearance="subtle"
            spacing="compact"
            onClick={() => {
              cancel();
              button.current?.focus();
            }}
          >
            {t('form.cancel')}
          </Button>
        </span>
      )}
      {error !== null && <ErrorMessage error={error} retry={() => void download()} />}
    </div>
  );
}
