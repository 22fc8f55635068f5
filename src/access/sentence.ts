import type { DecisionRow } from '../contracts/decisions';

const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;

/** What of a row the sentence speaks of. */
interface Told {
  readonly path: Pick<DecisionRow['path'], 'via' | 'groupName' | 'roles'>;
}

/** One path told as one sentence, from the account to the product. */
export function tellPath(person: string, product: string, { path }: Told): string {
  const roles = list(path.roles);
  switch (path.via) {
    case 'group':
      return `${person} is in the group “${path.groupName ?? ''}”, which gives ${roles} on ${product}.`;
    case 'direct':
      return `${person} holds ${roles} on ${product} directly, without a group.`;
    case 'inferred':
      return `${person} has ${roles} on ${product} because of an administrator role.`;
    case 'unexplained':
      return `${person} has ${roles} on ${product} through a group that the key does not see.`;
  }
}
