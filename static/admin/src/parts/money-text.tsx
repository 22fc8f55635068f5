import { useServices } from '../services';

interface Props {
  /** What costs less; below zero where it costs more, null where no price tells. */
  amount: number | null;
  currency: string;
}

/** What is saved, or said as plainly what more it costs. */
export function MoneyText({ amount, currency }: Props) {
  const { t, format } = useServices();
  if (amount === null) return <span className="quiet">{t('money.untold')}</span>;
  if (amount >= 0) return <span>{format.amount(currency, amount)}</span>;
  return (
    <span className="money--more">
      {t('money.more', {
        amount: format.amount(currency, amount),
      })}
    </span>
  );
}
