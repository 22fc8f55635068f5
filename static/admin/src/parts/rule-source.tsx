import { useServices } from '../services';
import { OutsideLink } from './outside-link';

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The page of Atlassian's that a rule rests on, and the day it was checked. */
export function RuleSource({ source }: { source: { url: string; checked: string } }) {
  const { t, format } = useServices();
  const { url, checked } = source;
  const day = DAY.exec(checked)?.[0];
  return (
    <p className="quiet">
      <OutsideLink to={url}>{t('case.why.source')}</OutsideLink>,{' '}
      {t('case.why.checked', { date: day === undefined ? checked : format.day(day) })}
    </p>
  );
}
