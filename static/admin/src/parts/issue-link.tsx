import { OutsideLink } from './outside-link';

export function IssueLink({ issueKey }: { issueKey: string }) {
  return <OutsideLink to={`/browse/${issueKey}`}>{issueKey}</OutsideLink>;
}
