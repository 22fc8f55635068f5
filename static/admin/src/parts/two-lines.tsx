import { type ReactNode } from 'react';

/** Two lines in a cell, each kept to its width; the second says more about the first. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <span className="two-lines">
      <span className="two-lines__first">{first}</span>
      {second !== null && second !== false && <span className="two-lines__second">{second}</span>}
    </span>
  );
}
