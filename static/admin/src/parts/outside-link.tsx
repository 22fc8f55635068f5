import { type MouseEvent, type ReactNode } from 'react';
import { useServices } from '../services';

interface Props {
  /** A path of Jira such as `/browse/KEY-1`, or a web address. */
  to: string;
  children: ReactNode;
}

/** A link out of the frame: opened by Jira, so that the frame itself never navigates. */
export function OutsideLink({ to, children }: Props) {
  const { open, siteUrl } = useServices();
  const follow = (event: MouseEvent): void => {
    event.preventDefault();
    open(to);
  };
  return (
    <a
      href={to.startsWith('/') ? `${siteUrl ?? ''}${to}` : to}
      target="_blank"
      rel="noreferrer"
      onClick={follow}
    >
      {children}
    </a>
  );
}
