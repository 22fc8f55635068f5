import { useServices } from '../services';

export interface Figure {
  name: string;
  value: number;
  hint?: string;
}

/** Numbers side by side, each under its name. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  const { format } = useServices();
  return (
    <dl className="figures">
      {figures.map(({ name, value, hint }) => (
        <div key={name} className="figure" title={hint}>
          <dt>{name}</dt>
          <dd>{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
