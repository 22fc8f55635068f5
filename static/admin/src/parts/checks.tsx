interface Props {
  legend: string;
  /** The first box, which stands for whatever there is and will be; absent where each is chosen by itself. */
  every?: string;
  items: readonly { value: string; label: string }[];
  /** Null for every one. */
  chosen: readonly string[] | null;
  choose: (chosen: readonly string[] | null) => void;
  error: string | null;
}

/** Some of many, or where there is a box for it every one that there is or will be. */
export function Checks({ legend, every, items, chosen, choose, error }: Props) {
  const turn = (value: string, on: boolean): void =>
    choose(on ? [...(chosen ?? []), value] : (chosen ?? []).filter((other) => other !== value));
  return (
    <fieldset className="checkboxes">
      <legend className="field__label">{legend}</legend>
      {every !== undefined && (
        <label className="checkboxes__item">
          <input
            type="checkbox"
            checked={chosen === null}
            onChange={(event) => choose(event.currentTarget.checked ? null : items.map(({ value }) => value))}
          />
          <span>{every}</span>
        </label>
      )}
      {chosen !== null && (
        <div className="checkboxes__list">
          {items.map(({ value, label }) => (
            <label key={value} className="checkboxes__item">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) => turn(value, event.currentTarget.checked)}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      )}
      {error !== null && (
        <p className="field__error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
