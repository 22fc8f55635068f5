import { formatNumber } from '../platform/format';
import { useServices } from '../services';

interface Props<V extends string> {
  label: string;
  values: readonly V[];
  chosen: V | null;
  choose: (value: V | null) => void;
  name: (value: V) => string;
  /** How many cases each button would show; null while not known. */
  counts: Readonly<Record<string, number>> | null;
}

/** One filter as a row of buttons; pressing the chosen one again takes the filter off. */
export function FilterButtons<V extends string>({ label, values, chosen, choose, name, counts }: Props<V>) {
  const { locale } = useServices();
  return (
    <div role="group" aria-label={label} className="filter">
      <span className="filter__label" aria-hidden>
        {label}
      </span>
      <div className="filter__buttons">
        {values.map((value) => {
          const pressed = value === chosen;
          const count = counts === null ? null : (counts[value] ?? 0);
          return (
            <button
              key={value}
              type="button"
              className="filter__button"
              aria-pressed={pressed}
              disabled={count === 0 && !pressed}
              onClick={() => choose(pressed ? null : value)}
            >
              <span>{name(value)}</span>
              {count !== null && <span className="filter__count">{formatNumber(locale, count)}</span>}
            </button>
          );
        })}
      </div>
    </div>
  );
}
