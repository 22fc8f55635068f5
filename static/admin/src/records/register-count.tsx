import { useServices } from '../services';

interface Props {
  records: number;
  inForce: number;
  /** Records of other sites, which are not shown here. */
  elsewhere: number;
}

/** How much stands in a register; also what the reader is not shown, so that nothing is hidden. */
export function RegisterCount({ records, inForce, elsewhere }: Props) {
  const { t } = useServices();
  return (
    <p className="count" role="status">
      <b>{t('register.count', { count: records })}</b>
      <span>{t('register.in-force', { count: inForce })}</span>
      {elsewhere > 0 && <span>{t('register.elsewhere', { count: elsewhere })}</span>}
    </p>
  );
}
