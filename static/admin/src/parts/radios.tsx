interface Item<V extends string> {
  value: V;
  label: string;
  hint?: string;
}

interface Props<V extends string> {
  name: string;
  legend: string;
  items: readonly Item<V>[];
  value: V;
  choose: (value: V) => void;
  disabled?: boolean;
}

export function Radios<V extends string>({ name, legend, items, value, choose, disabled = false }: Props<V>) {
  return (
    <fieldset className="radios" disabled={disabled}>
      <legend className="field__label">{legend}</legend>
      {items.map((item) => (
        <label key={item.value} className="radios__item">
          <input
            type="radio"
            name={name}
            value={item.value}
            checked={item.value === value}
            onChange={() => choose(item.value)}
          />
          <span>
            {item.label}
            {item.hint !== undefined && <span className="radios__hint">{item.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
