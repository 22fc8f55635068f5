import { dayAfter, dayFits } from '../platform/format';
import { useServices } from '../services';
import { useToday } from '../states/use-today';
import { describedBy, Field } from './field';

interface Props {
  id: string;
  label: string;
  value: string;
  change: (day: string) => void;
  /** The last day that may be chosen, in days from today. */
  most: number;
  /** A day that may stay open. */
  optional?: boolean;
}

/** The day on which something ends: from tomorrow to a last one, which the hint names. */
export function DayField({ id, label, value, change, most, optional = false }: Props) {
  const { t, format } = useServices();
  const now = useToday();
  const date = format.day(dayAfter(now, most));
  const fine = dayFits(now, value, most) || (optional && value === '');
  const wrong = fine ? null : t('form.day.bad', { date });
  return (
    <Field id={id} label={label} hint={t('form.day.hint', { count: most, date })} error={wrong}>
      <input
        id={id}
        type="date"
        className="input input--date"
        required={!optional}
        min={dayAfter(now, 1)}
        max={dayAfter(now, most)}
        aria-describedby={describedBy(id, wrong)}
        aria-invalid={wrong !== null}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </Field>
  );
}
