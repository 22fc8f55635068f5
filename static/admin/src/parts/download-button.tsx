import DownloadIcon from '@atlaskit/icon/core/download';
import Button from '@atlaskit/button/new';
import { type Answer } from '../platform/call-app';
import { useServices } from '../services';
import { type NamedFile, useDownload } from '../states/use-download';
import { ErrorMessage } from './error-message';

interface Props {
  label: string;
  /** Says which file it is, where several buttons have the same label. */
  name?: string;
  fetchFile: () => Promise<Answer<NamedFile>>;
}

/** Saves a file that the app writes, and says below what stood in its way. */
export function DownloadButton({ label, name, fetchFile }: Props) {
  const { t, flags } = useServices();
  const { saving, error, save } = useDownload(fetchFile);
  const download = async (): Promise<void> => {
    const saved = await save(null);
    if (saved !== null) flags.show(t('download.done', { file: saved.name }));
  };
  return (
    <div className="download">
      <Button
        appearance="subtle"
        spacing="compact"
        iconBefore={DownloadIcon}
        isLoading={saving}
        {...(name === undefined ? {} : { 'aria-label': name })}
        onClick={() => void download()}
      >
        {label}
      </Button>
      {error !== null && <ErrorMessage error={error} retry={() => void download()} />}
    </div>
  );
}
