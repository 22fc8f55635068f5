import { type RequestFormat } from '../../../../src/contracts/calls/route-outs';
import { type RequestIssue } from '../../../../src/contracts/route-outs';
import { DownloadButton } from '../parts/download-button';
import { useMay, useServices } from '../services';

const FORMATS: readonly RequestFormat[] = ['csv', 'entra', 'okta'];

/** The people who are still asked about as files that an identity owner can work with. */
export function RequestFiles({ issue }: { issue: RequestIssue }) {
  const { t, call } = useServices();
  const may = useMay('requests/file');
  if (!may) return null;
  const about = issue.issueKey ?? issue.groupName;
  return (
    <div className="downloads">
      {FORMATS.map((format) => (
        <DownloadButton
          key={format}
          label={t(`request.file.${format}`)}
          name={t('request.file.of', { format: t(`request.file.${format}`), about })}
          fetchFile={() => call('requests/file', { issueId: issue.id, format })}
        />
      ))}
    </div>
  );
}
