import { type PageLink } from '../../../../src/contracts/help';
import { OutsideLink } from '../parts/outside-link';

/** A page of Atlassian’s by its own title, which is English in every language. */
export function ReferenceLink({ page: { url, title } }: { page: PageLink }) {
  return (
    <OutsideLink to={url}>
      <span lang="en">{title}</span>
    </OutsideLink>
  );
}
