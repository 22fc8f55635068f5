import { type ReactNode } from 'react';

interface Fact {
  what: string;
  is: ReactNode;
}

/** Facts under each other, each beside its name. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="evidence__facts">
      {facts.map(({ what, is }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{is}</dd>
        </div>
      ))}
    </dl>
  );
}
