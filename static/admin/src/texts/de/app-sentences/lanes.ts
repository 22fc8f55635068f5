import { type Sayings } from '../../app-dictionary';

/** To whom a change of a path belongs, what holds it back, and what is suggested. */
export const laneSentences = {
  'This path takes no seat.': 'Dieser Pfad belegt keinen Platz.',
  'On hold.': 'Zurückzustellen.',
  'Any change belongs to {owner:owner}.': 'Für jede Änderung zuständig: {owner}.',
  'It has no role that bills, but one whose billing is not known.':
    'Der Pfad hat keine Rolle, die abgerechnet wird, aber eine, von der es nicht bekannt ist.',
  'The group is not synced and yet cannot be modified: it is locked or kept by the system.':
    'Die Gruppe ist nicht synchronisiert und lässt sich trotzdem nicht ändern: Sie ist gesperrt oder wird vom System verwaltet.',
  'Hand this path over to the identity owner, with its evidence.':
    'Diesen Pfad mit seinen Belegen an die IdP-Verantwortung übergeben.',
  'Review the membership, or the design of the default group.':
    'Die Mitgliedschaft prüfen oder die Gestaltung der Standardgruppe.',
  'Review whether this local membership is still wanted.':
    'Prüfen, ob diese lokale Mitgliedschaft noch gewollt ist.',
  'Review whether this direct role is still wanted.': 'Prüfen, ob diese direkte Rolle noch gewollt ist.',
  'Find out first: nothing may be changed while this is open.':
    'Zuerst klären: Solange das offen ist, darf nichts geändert werden.',
  'Decide the local rows first; this path keeps the seat whatever they become.':
    'Zuerst über die lokalen Zeilen entscheiden; dieser Pfad hält den Platz, was auch immer aus ihnen wird.',
} as const satisfies Sayings;

export const lanePhrases = {
  owner: {
    'the identity owner': 'die IdP-Verantwortung',
    'whoever designs the default group': 'wer die Standardgruppe gestaltet',
    'the group’s administrators': 'die Administratoren der Gruppe',
    'the administrators who gave the role': 'die Administratoren, die die Rolle gegeben haben',
    'the administrators of the organization': 'die Administratoren der Organisation',
    'nobody that is known': 'niemand Bekanntes',
  },
} as const satisfies Record<string, Sayings>;
