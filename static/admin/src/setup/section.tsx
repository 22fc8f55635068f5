import { type ReactNode, useId } from 'react';

interface Props {
  /** The id of its heading, where the checklist leads to it. */
  id?: string;
  title: string;
  body?: string;
  children: ReactNode;
}

/** One part of setup, saved for itself. */
export function Section({ id, title, body, children }: Props) {
  const own = useId();
  const headingId = id ?? own;
  return (
    <section className="section" aria-labelledby={headingId}>
      <h2 className="section__title" id={headingId} tabIndex={-1}>
        {title}
      </h2>
      {body !== undefined && <p className="section__body">{body}</p>}
      {children}
    </section>
  );
}
