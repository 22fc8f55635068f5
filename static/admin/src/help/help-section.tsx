import { type ReactNode } from 'react';
import { useServices } from '../services';
import { type SectionName, titleId } from './sections';

interface Props {
  name: SectionName;
  body?: string;
  children: ReactNode;
}

/** One section of the help; its title takes the focus of whoever chose it in the contents. */
export function HelpSection({ name, body, children }: Props) {
  const { t } = useServices();
  return (
    <section aria-labelledby={titleId(name)}>
      <h3 className="sheet__title help__title" id={titleId(name)} tabIndex={-1}>
        {t(`help.${name}`)}
      </h3>
      {body !== undefined && <p className="help__body">{body}</p>}
      {children}
    </section>
  );
}
