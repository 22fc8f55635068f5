interface Props {
  /** Titles in order; a number's title stands over its end. */
  columns: readonly { title: string; numeric?: boolean }[];
}

export function TableHead({ columns }: Props) {
  return (
    <thead>
      <tr>
        {columns.map(({ title, numeric = false }) => (
          <th key={title} scope="col" className={numeric ? 'number' : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
