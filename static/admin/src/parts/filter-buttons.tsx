import { useServices } from '../services';
import { Chip } from './chip';
import { ChipRow } from './chip-row';

interface Props<V extends string> {
  label: string;
  values: readonly V[];
  chosen: V | null;
  choose: (value: V | null) => void;
  name: (value: V) => string;
  /** What a name stands for. */
  means?: (value: V) => string;
  /** How many lines each button would show; null while not known. */
  counts: Readonly<Record<string, number>> | null;
}

/** One filter as a row of buttons; pressing the chosen one again takes the filter off. */
export function FilterButtons<V extends string>({
  label,
  values,
  chosen,
  choose,
  name,
  means,
  counts,
}: Props<V>) {
  const { format } = useServices();
  return (
    <ChipRow label={label}>
      {values.map((value) => {
        const pressed = value === chosen;
        const count = counts === null ? null : (counts[value] ?? 0);
        return (
          <Chip
            key={value}
            label={name(value)}
            means={means?.(value)}
            count={count === null ? null : format.number(count)}
            pressed={pressed}
            disabled={count === 0 && !pressed}
            press={() => choose(pressed ? null : value)}
          />
        );
      })}
    </ChipRow>
  );
}
