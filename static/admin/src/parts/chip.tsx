interface Props {
  label: string;
  /** Stands behind the label: how much is there. */
  count?: string | null;
  pressed: boolean;
  disabled?: boolean;
  press: () => void;
}

/** A small button that stays pressed while what it names is chosen. */
export function Chip({ label, count = null, pressed, disabled = false, press }: Props) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} disabled={disabled} onClick={press}>
      <span>{label}</span>
      {count !== null && <span className="chip__count">{count}</span>}
    </button>
  );
}
