import { type ReactNode } from 'react';

interface Props {
  /** Names the list, as a class. */
  name: string;
  facts: readonly { what: string; is: ReactNode }[];
}

/** Facts, each beside its name. */
export function Facts({ name, facts }: Props) {
  return (
    <dl className={name}>
      {facts.map(({ what, is }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{is}</dd>
        </div>
      ))}
    </dl>
  );
}
