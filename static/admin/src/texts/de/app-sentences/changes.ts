import { type Sayings } from '../../app-dictionary';

/** Why a source cannot be changed in a way, and what to know before it is. */
export const changeSentences = {
  'No other group would administer the product.': 'Keine andere Gruppe würde das Produkt administrieren.',
  'It is the only default group for its role here, and Atlassian wants at least one. Move the default first.':
    'Sie ist hier die einzige Standardgruppe für ihre Rolle, und Atlassian verlangt mindestens eine. Zuerst ist eine andere zur Standardgruppe zu machen.',
  'It is the only default group for its role here, and Atlassian wants at least one. Move the default instead.':
    'Sie ist hier die einzige Standardgruppe für ihre Rolle, und Atlassian verlangt mindestens eine. Stattdessen lässt sich eine andere zur Standardgruppe machen.',
  'The group is no default here.': 'Die Gruppe ist hier keine Standardgruppe.',
  'The other group does not grant this product.': 'Die andere Gruppe gewährt dieses Produkt nicht.',
  'It is the same group.': 'Es ist dieselbe Gruppe.',
  'The other group does not give the role that newcomers are to get.':
    'Die andere Gruppe gibt nicht die Rolle, die Neue erhalten sollen.',
  'The other group is synced, or nobody knows whether it is: a default group cannot be synced.':
    'Die andere Gruppe ist synchronisiert, oder niemand weiß, ob sie es ist: Eine Standardgruppe kann nicht synchronisiert sein.',
  'The other group is the only default group for {role} here, and would no longer be: make another group default for it first.':
    'Die andere Gruppe ist hier die einzige Standardgruppe für {role} und wäre es nicht mehr: Zuerst ist dafür eine weitere zur Standardgruppe zu machen.',
  'The members of this group are not this organization’s to split: hand it over to the identity owner.':
    'Die Mitglieder dieser Gruppe aufzuteilen ist nicht Sache dieser Organisation, sondern der IdP-Verantwortung zu übergeben.',
  'The group does not give {role} here.': 'Die Gruppe gibt hier {role} nicht.',
  'Whether {role} takes a seat is not known.': 'Ob {role} einen Platz belegt, ist nicht bekannt.',
  'Not read: the own roles of {people:number} of those listed. With a role of their own they keep the product.':
    'Nicht gelesen: die eigenen Rollen der Aufgeführten, Anzahl: {people}. Mit einer eigenen Rolle behalten sie das Produkt.',
  '“{group}” also grants {products}: whoever leaves the group loses these too.':
    '„{group}“ gewährt auch {products}: Wer die Gruppe verlässt, verliert auch das.',
  '“{group}” also grants {products}; nothing changes there.':
    '„{group}“ gewährt auch {products}; dort ändert sich nichts.',
  'It is a default group here: newcomers get in through it until another one is.':
    'Sie ist hier eine Standardgruppe: Neue kommen über sie herein, bis eine andere es ist.',
  'Whoever is in the group keeps the product: only newcomers come in another way.':
    'Wer in der Gruppe ist, behält das Produkt: Nur Neue kommen auf anderem Weg herein.',
  'The other group is default for {role} no longer.':
    'Die andere Gruppe ist nicht mehr Standardgruppe für {role}.',
  'Who owns the members of this group is not known.':
    'Wem die Mitgliedschaften dieser Gruppe gehören, ist nicht bekannt.',
  'Everybody in the group has {role} afterwards.': 'Danach haben alle in der Gruppe {role}.',
} as const satisfies Sayings;
