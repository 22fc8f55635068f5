import Button from '@atlaskit/button/new';

export interface Action {
  label: string;
  run: () => void;
}

interface Props {
  title: string;
  body: string;
  /** 1 where nothing else stands on the page. */
  level?: 1 | 2 | 3;
  /** The one thing to do here; absent where the reader may not do it. */
  action?: Action | undefined;
}

export function Empty({ title, body, level = 2, action }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section className="empty">
      <Heading className="empty__title">{title}</Heading>
      <p className="empty__body">{body}</p>
      {action !== undefined && (
        <Button appearance="primary" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </section>
  );
}
