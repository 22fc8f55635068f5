import { type Sayings } from '../../app-dictionary';

/** Whom a bulk had better not touch. */
export const protectionSentences = {
  'It works by API token, which page views do not show: its seat looks unused and is not.':
    'Es arbeitet mit einem API-Token, was Seitenaufrufe nicht zeigen: Sein Platz sieht ungenutzt aus und ist es nicht.',
  'Its address says that it is a service account.': 'Nach seiner Adresse ist es ein Dienstkonto.',
  'It is an app or a customer account, not a person.': 'Es ist ein App- oder Kundenkonto, keine Person.',
  'Its members administer a product: losing one by a bulk would be noticed too late.':
    'Ihre Mitglieder administrieren ein Produkt: Ginge eines durch eine Sammelentscheidung verloren, fiele es zu spät auf.',
} as const satisfies Sayings;
