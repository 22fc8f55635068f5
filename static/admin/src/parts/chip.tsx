interface Props {
  label: string;
  /** Stands behind the label: how much is there. */
  count?: string | null;
  /** What the label stands for, shown on pointing at it. */
  means?: string | undefined;
  pressed: boolean;
  disabled?: boolean;
  press: () => void;
}

/** A small button that stays pressed while what it names is chosen. */
export function Chip({ label, count = null, means, pressed, disabled = false, press }: Props) {
  return (
    <button
      type="button"
      className="chip"
      title={means}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={press}
    >
      <span>{label}</span>
      {count !== null && <span className="chip__count">{count}</span>}
    </button>
  );
}
