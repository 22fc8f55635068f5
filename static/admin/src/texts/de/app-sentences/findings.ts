import { type Sayings } from '../../app-dictionary';

/** Why a row deserves a look. */
export const findingSentences = {
  'The seat bills and was last used before the inactivity window.':
    'Der Platz wird abgerechnet und wurde zuletzt vor dem Inaktivitätszeitraum genutzt.',
  'The seat bills and was never used, although the account is older than the window.':
    'Der Platz wird abgerechnet und wurde nie genutzt, obwohl das Konto älter ist als dieser Zeitraum.',
  'The identity provider has deactivated the person, and the seat still bills.':
    'Der Identitätsanbieter hat die Person deaktiviert, und der Platz wird noch abgerechnet.',
  'Synced and local paths keep the same access; removing one frees nothing.':
    'Synchronisierte und lokale Pfade halten denselben Zugriff; einen davon zu entfernen gibt nichts frei.',
  'A default group keeps the seat, and nobody has said that it should.':
    'Eine Standardgruppe hält den Platz, und niemand hat gesagt, dass sie das soll.',
  'A local path keeps the seat, and nobody has said that it should.':
    'Ein lokaler Pfad hält den Platz, und niemand hat gesagt, dass er das soll.',
  'What was read does not tell who owns this path.':
    'Aus dem, was gelesen wurde, geht nicht hervor, wem dieser Pfad gehört.',
  'What was read about this group contradicts itself.':
    'Was über diese Gruppe gelesen wurde, widerspricht sich.',
  'Nothing is billed now, but the seat comes back when the account is restored.':
    'Jetzt wird nichts abgerechnet, aber der Platz kehrt zurück, sobald das Konto wiederhergestellt wird.',
} as const satisfies Sayings;
