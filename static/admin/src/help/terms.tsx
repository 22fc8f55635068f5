interface Props {
  terms: readonly { name: string; meaning: string }[];
}

/** Words and what they mean. */
export function Terms({ terms }: Props) {
  return (
    <dl className="help__terms">
      {terms.map(({ name, meaning }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
