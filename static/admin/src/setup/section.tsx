import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  body?: string;
  children: ReactNode;
}

/** One part of setup, saved for itself. */
export function Section({ title, body, children }: Props) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 className="section__title" id={id}>
        {title}
      </h2>
      {body !== undefined && <p className="section__body">{body}</p>}
      {children}
    </section>
  );
}
