import { type Sayings } from '../../app-dictionary';

/** What rows that were handed over wait for, and why an override was refused. */
export const requestSentences = {
  'Nobody who could be asked has an open account: name an owner under Setup.':
    'Niemand, den man fragen könnte, hat ein offenes Konto: Unter „Einrichtung“ ist eine IdP-Verantwortung zu nennen.',
  'The provider is asked first how people get into the group.':
    'Der Anbieter wird zuerst gefragt, wie Personen in die Gruppe kommen.',
  'Its issue is created with the next look.': 'Ihr Vorgang wird beim nächsten Durchgang erstellt.',
  'There is an issue with this provider already.': 'Bei diesem Anbieter liegt bereits ein Vorgang.',
  'There are {open:number} issues with this provider already.':
    'Bei diesem Anbieter liegen bereits {open} Vorgänge.',
  'This provider is asked something new once in {days:number} days at most.':
    'Dieser Anbieter wird innerhalb von {days} Tagen höchstens einmal etwas Neues gefragt.',
  'This provider is asked when there are {fewest:number} people to ask about.':
    'Dieser Anbieter wird erst gefragt, wenn es um {fewest} Personen geht.',
  'Only a path that this organization owns can be removed here.':
    'Entfernen lässt sich hier nur ein Pfad, der dieser Organisation gehört.',
  'There is no such boundary exception.': 'Eine solche Grenzausnahme gibt es nicht.',
  'The boundary exception is about another path.': 'Die Grenzausnahme betrifft einen anderen Pfad.',
  'The identity owner has not agreed to it yet.': 'Die IdP-Verantwortung hat noch nicht zugestimmt.',
  'The boundary exception permits one edit, and that is planned.':
    'Die Grenzausnahme erlaubt eine Änderung, und die ist geplant.',
  'Whoever agreed to it does not stand by it any more, or no longer speaks for the provider.':
    'Wer zugestimmt hat, steht nicht mehr dazu oder spricht nicht mehr für den Anbieter.',
} as const satisfies Sayings;
