import { type Person } from '../../../../src/contracts/views';
import { type Translate } from '../texts/texts';

/** The person behind an account id, as an answer brought the name; without one the id stands for it. */
export function personOf(people: readonly Person[], accountId: string): Person {
  return people.find((person) => person.accountId === accountId) ?? { accountId, name: null };
}

/** Whoever did something, in words: a person, or the app itself. */
export function nameOf(t: Translate, people: readonly Person[], by: string): string {
  if (by === 'seatpath') return t('page.title');
  return personOf(people, by).name ?? t('person.account', { id: by });
}
