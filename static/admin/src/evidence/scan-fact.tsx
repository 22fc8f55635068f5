import { type Evidence } from '../../../../src/contracts/evidence';
import { useServices } from '../services';

/** The scan that a record rests on, and whether it read everything. */
export function ScanFact({ scan }: { scan: Pick<Evidence, 'scanId' | 'scannedAt' | 'verdict'> }) {
  const { t, format } = useServices();
  return (
    <>
      {t(`evidence.scan.${scan.verdict}`, { when: format.moment(scan.scannedAt) })}{' '}
      <code className="evidence__code">{scan.scanId}</code>
    </>
  );
}
