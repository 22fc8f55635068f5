import { type Sayings } from '../../app-dictionary';

/** How seats that are bought together are counted. */
export const poolSentences = {
  'Each product on each site is a subscription of its own: a person on two sites is billed twice.':
    'Jedes Produkt auf jeder Site ist ein eigenes Abonnement: Wer auf zwei Sites ist, wird zweimal abgerechnet.',
  'One subscription holds all sites of a product, and a person on several of them is billed once.':
    'Ein Abonnement umfasst alle Sites eines Produkts, und wer auf mehreren davon ist, wird einmal abgerechnet.',
  'Jira, Confluence and Loom have one price, and a person is billed once however many of them he has: a seat is free only without all three.':
    'Jira, Confluence und Loom haben einen gemeinsamen Preis, und jede Person wird einmal abgerechnet, gleich wie viele davon sie hat: Frei ist ein Platz erst, wenn alle drei weg sind.',
} as const satisfies Sayings;
