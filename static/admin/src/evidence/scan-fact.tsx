import { type Evidence } from '../../../../src/contracts/evidence';
import { formatMoment } from '../platform/format';
import { useServices } from '../services';

/** The scan that a record rests on, and whether it read everything. */
export function ScanFact({ scan }: { scan: Pick<Evidence, 'scanId' | 'scannedAt' | 'verdict'> }) {
  const { t, locale } = useServices();
  return (
    <>
      {t(`evidence.scan.${scan.verdict}`, { when: formatMoment(locale, scan.scannedAt) })}{' '}
      <code className="evidence__code">{scan.scanId}</code>
    </>
  );
}
