import { type Sayings } from '../../app-dictionary';

/** Why a seat is billed, is not, or cannot be told; and what frees it. */
export const seatSentences = {
  'Billed: an active account with {roles:names} through {path:through}.':
    'Abgerechnet: ein aktives Konto mit {roles} über {path}.',
  'Billed: an active account with {roles:names} through {path:through} and 1 more path.':
    'Abgerechnet: ein aktives Konto mit {roles} über {path} und einen weiteren Pfad.',
  'Billed: an active account with {roles:names} through {path:through} and {others:number} more paths.':
    'Abgerechnet: ein aktives Konto mit {roles} über {path} und {others} weitere Pfade.',
  'Unknown: whether {roles:names} takes a seat is not known, and no other role does.':
    'Unbekannt: Ob {roles} einen Platz belegt, ist nicht bekannt, und keine andere Rolle belegt einen.',
  'Unknown: the API did not say what kind of account this is.':
    'Unbekannt: Die API gibt nicht an, was für ein Konto das ist.',
  'Unknown: the API did not say whether the account is active.':
    'Unbekannt: Die API gibt nicht an, ob das Konto aktiv ist.',
  'Not billed: none of its roles takes a seat ({roles:names}).':
    'Nicht abgerechnet: Keine seiner Rollen belegt einen Platz ({roles}).',
  'Not billed: the account is suspended in every directory that gives it a role that bills.':
    'Nicht abgerechnet: Das Konto ist in jedem Verzeichnis gesperrt, das ihm eine abgerechnete Rolle gibt.',
  'Not billed: app and customer accounts take no seat.':
    'Nicht abgerechnet: App- und Kundenkonten belegen keinen Platz.',
  'Not billed: service accounts take no seat.': 'Nicht abgerechnet: Dienstkonten belegen keinen Platz.',
  'Not billed: the account is closed.': 'Nicht abgerechnet: Das Konto ist geschlossen.',
  'Not billed: the account is about to be deleted.': 'Nicht abgerechnet: Das Konto wird demnächst gelöscht.',
  'Not billed: the account was not invited to this organization.':
    'Nicht abgerechnet: Das Konto wurde nicht in diese Organisation eingeladen.',
  'Not billed: the account is in no directory of this organization.':
    'Nicht abgerechnet: Das Konto ist in keinem Verzeichnis dieser Organisation.',
  'Not billed while the account is deactivated.': 'Nicht abgerechnet, solange das Konto deaktiviert ist.',
  'Not billed while the account is inactive.': 'Nicht abgerechnet, solange das Konto inaktiv ist.',
  'Not billed while the account is suspended.': 'Nicht abgerechnet, solange das Konto gesperrt ist.',
  'Not billed: this is a sandbox.': 'Nicht abgerechnet: Das ist eine Sandbox.',
  'Not billed: the product is on a free plan.': 'Nicht abgerechnet: Das Produkt hat einen kostenlosen Tarif.',
  'No path here holds a seat.': 'Kein Pfad hält hier einen Platz.',
  'One edit by {owner:owner} frees the seat.': 'Eine Änderung gibt den Platz frei. Zuständig: {owner}.',
  'Only {edits:number} edits together free the seat: {shares:edits-by+}.':
    'Nur {edits} Änderungen zusammen geben den Platz frei. Zuständig: {shares}.',
} as const satisfies Sayings;

export const seatPhrases = {
  through: {
    'the group “{group}”': 'die Gruppe „{group}“',
    'a role of its own': 'eine eigene Rolle',
    'a group that was not read': 'eine nicht gelesene Gruppe',
  },
  'edits-by': { '{count:number} by {owner:owner}': '{owner} ({count})' },
} as const satisfies Record<string, Sayings>;
