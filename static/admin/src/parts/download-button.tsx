import DownloadIcon from '@atlaskit/icon/core/download';
import Button from '@atlaskit/button/new';
import { type FilePiece } from '../../../../src/contracts/calls/exports';
import { type Answer } from '../platform/call-app';
import { useServices } from '../services';
import { useDownload } from '../states/use-download';
import { ErrorMessage } from './error-message';

interface Props {
  label: string;
  /** Says which file it is, where several buttons have the same label. */
  name?: string;
  fileName: string;
  fetchPiece: (from: number) => Promise<Answer<FilePiece>>;
}

/** Saves a file that the app writes, and says below what stood in its way. */
export function DownloadButton({ label, name, fileName, fetchPiece }: Props) {
  const { t, flags } = useServices();
  const { saving, error, save } = useDownload(fetchPiece);
  const download = async (): Promise<void> => {
    if ((await save(fileName)) !== null) flags.show(t('download.done', { file: fileName }));
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
