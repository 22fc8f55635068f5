import { type Person, type SetupView } from '../../../../src/contracts/views';

/** The person behind an account id, as setup brought the name; without one the id stands for it. */
export function personOf(view: SetupView, accountId: string): Person {
  return view.people.find((person) => person.accountId === accountId) ?? { accountId, name: null };
}

export function nameOf(view: SetupView, accountId: string): string {
  return personOf(view, accountId).name ?? accountId;
}
