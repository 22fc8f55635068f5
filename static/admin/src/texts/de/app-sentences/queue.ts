import { type Sayings } from '../../app-dictionary';

/** Why an item stands where it stands, and why something is open again. */
export const queueSentences = {
  'It was decided once and is open again: a promise not kept, or an end that has come.':
    'Es war schon einmal entschieden und ist wieder offen: eine Zusage, die nicht gehalten wurde, oder ein Ende, das gekommen ist.',
  'The identity provider says that the person is gone, and the seat still bills.':
    'Laut Identitätsanbieter ist die Person ausgeschieden, und der Platz wird noch abgerechnet.',
  'One edit frees an unused seat.': 'Eine Änderung gibt einen ungenutzten Platz frei.',
  'The seat was never used, and is older than the inactivity window.':
    'Der Platz wurde nie genutzt und ist älter als der Inaktivitätszeitraum.',
  'The seat is unused, but several edits are needed before it is free.':
    'Der Platz ist ungenutzt, wird aber erst durch mehrere Änderungen frei.',
  'Nobody can decide a path before somebody knows whose it is.':
    'Über einen Pfad kann niemand entscheiden, bevor bekannt ist, wem er gehört.',
  'Nobody has said whether access through this source is wanted.':
    'Niemand hat gesagt, ob Zugriff über diese Quelle gewollt ist.',
  'What no API tells has to be looked up once a quarter.':
    'Was keine API mitteilt, ist einmal im Quartal nachzusehen.',
  'Nothing is billed now; the seat comes back when the account is restored.':
    'Jetzt wird nichts abgerechnet; der Platz kehrt zurück, sobald das Konto wiederhergestellt wird.',
  'The seat was never used, but nobody knows since when it exists.':
    'Der Platz wurde nie genutzt, aber niemand weiß, seit wann es ihn gibt.',
  'It was confirmed gone, and is here again.': 'Es war nachweislich weg und ist wieder da.',
  'The change was claimed or given back, and the access is still there.':
    'Die Änderung wurde übernommen oder zurückgegeben, und der Zugriff besteht noch.',
  'The identity owner says no: decide it anew.':
    'Die IdP-Verantwortung sagt nein: Es ist neu zu entscheiden.',
  'The exception has ended.': 'Die Ausnahme ist abgelaufen.',
  'The hold has ended.': 'Die Zurückstellung ist abgelaufen.',
  'What the hold waited for has come.': 'Worauf die Zurückstellung gewartet hat, ist eingetreten.',
  'The decision to keep it is due for review.': 'Die Entscheidung, es zu belassen, ist erneut zu prüfen.',
  'Something was found since that the decision did not know.':
    'Seither wurde etwas gefunden, das bei der Entscheidung nicht bekannt war.',
  'A standing decision waits for a second person.': 'Eine Dauerentscheidung wartet auf eine zweite Person.',
  'Its redesign was claimed, and a later scan does not show it in full.':
    'Ihr Umbau wurde übernommen, und ein späterer Scan zeigt ihn nicht vollständig.',
  '1 person is outside of the people it was decided for.':
    '1 Person gehört nicht zu dem Personenkreis, über den entschieden wurde.',
  '{people:number} people are outside of the people it was decided for.':
    '{people} Personen gehören nicht zu dem Personenkreis, über den entschieden wurde.',
} as const satisfies Sayings;
