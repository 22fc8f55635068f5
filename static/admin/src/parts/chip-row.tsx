import { type ReactNode } from 'react';

/** Chips of one kind in a row, named at its beginning. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="chip-row">
      <span className="chip-row__label" aria-hidden>
        {label}
      </span>
      <div className="chip-row__chips">{children}</div>
    </div>
  );
}
