import { useServices } from '../services';

/** Said beside numbers that are counted from records: how much a scan read changes nothing of them. */
export function RestsOnRecords() {
  const { t } = useServices();
  return <span className="meter">{t('rests.records')}</span>;
}

interface Props {
  /** Of the scan that the review was opened on, which need not be the last one. */
  scannedAt: string;
  verdict: 'complete' | 'partial';
}

/** Said beside numbers of the review: they keep to the scan that it was opened on, less what was decided since. */
export function RestsOnReview({ scannedAt, verdict }: Props) {
  const { t, format } = useServices();
  return (
    <span className={verdict === 'partial' ? 'meter meter--short' : 'meter'}>
      {t(`rests.review.${verdict}`, { day: format.dayOf(scannedAt) })}
    </span>
  );
}
