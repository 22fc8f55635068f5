import { type Output } from '../../../../src/contracts/api';
import { type HandedOver, type RequestLine, type Waiting } from '../../../../src/contracts/calls/route-outs';
import { personOf } from '../parts/names';

type List = Output<'requests/list'>;
export type Provider = List['providers'][number];

/** What a search leaves of the board: an issue or group that fits is shown whole. Empty, it leaves every provider. */
export function filterBoard({ providers, people }: List, text: string): readonly Provider[] {
  const words = text.trim().toLowerCase();
  if (words === '') return providers;
  const fits = (...told: (string | null)[]): boolean => told.join('\n').toLowerCase().includes(words);
  const names = (rows: readonly HandedOver[]): (string | null)[] =>
    rows.flatMap(({ person, product }) => [person.name, person.accountId, product]);
  const issueFits = ({ issue, rows }: RequestLine): boolean =>
    fits(issue.issueKey, issue.groupName, personOf(people, issue.identityOwner).name, ...names(rows));
  const waitingFits = ({ groupName, rows }: Waiting): boolean => fits(groupName, ...names(rows));
  return providers
    .map((provider) => ({
      ...provider,
      issues: provider.issues.filter(issueFits),
      waiting: provider.waiting.filter(waitingFits),
    }))
    .filter(({ issues, waiting }) => issues.length + waiting.length > 0);
}
