import { type Sayings } from '../../app-dictionary';

/** Why the picture of a scan is not whole. What an API answered in its own words is carried over as it is. */
export const scanSentences = {
  '{seen:number} of {expected:number} {what:counted} were seen':
    '{seen} von {expected} {what} wurden gesehen',
  'the members of {groups:some-groups} do not add up with the API’s own count':
    'die Mitglieder von {groups} stimmen nicht mit der Zählung der API überein',
  'the directories could not be listed ({detail:api-detail}); all were read as one':
    'die Verzeichnisse ließen sich nicht auflisten ({detail}); alle wurden wie eines gelesen',
  'the API does not say how many {what:counted} there are ({detail:api-detail})':
    'die API gibt die Anzahl nicht an: {what} ({detail})',
  '{list:scan-list}: {gap:list-gap}': '{list}: {gap}',
  '{list:scan-list}: {detail:api-detail}': '{list}: {detail}',
  'SCIM directory {id}: {detail:api-detail}': 'SCIM-Verzeichnis {id}: {detail}',
  'audit log: {detail:api-detail}': 'Audit-Protokoll: {detail}',
  'audit log: {gap:log-gap}': 'Audit-Protokoll: {gap}',
  'group {id}: accounts are in it, but the API does not list it':
    'Gruppe {id}: Es sind Konten darin, aber die API führt sie nicht auf',
  '{who:holders} roles on more products than the role assignments read show':
    '{who} Rollen auf mehr Produkten, als die gelesenen Rollenzuweisungen zeigen',
  '{call:api-call}: {detail:api-detail}': '{call}: {detail}',
} as const satisfies Sayings;

export const scanPhrases = {
  'scan-list': {
    directories: 'Verzeichnisse',
    workspaces: 'Produkte',
    'groups of directory {id}': 'Gruppen des Verzeichnisses {id}',
    'users of directory {id}': 'Benutzer des Verzeichnisses {id}',
    'role assignments of group {id}': 'Rollenzuweisungen der Gruppe {id}',
    'role assignments of account {id}': 'Rollenzuweisungen des Kontos {id}',
    'members of group {id}': 'Mitglieder der Gruppe {id}',
    'users of SCIM directory {id}': 'Benutzer des SCIM-Verzeichnisses {id}',
    'groups of SCIM directory {id}': 'Gruppen des SCIM-Verzeichnisses {id}',
    'groups read again': 'erneut gelesene Gruppen',
  },
  'list-gap': {
    'the API left the list out of its answer': 'die API hat die Liste in ihrer Antwort ausgelassen',
    'a cursor came back; the list goes in circles': 'ein Cursor kam wieder; die Liste dreht sich im Kreis',
    'the list did not end in {pages:number} pages': 'die Liste endete nicht nach {pages} Seiten',
    '{pages:number} pages were read': '{pages} Seiten wurden gelesen',
    'the cursor was refused {times:number} times': 'der Cursor wurde {times}-mal abgewiesen',
  },
  'log-gap': {
    'the API left it out of its answer': 'die API hat es in ihrer Antwort ausgelassen',
    '{gap:list-gap}; what is older was not read': '{gap}; Älteres wurde nicht gelesen',
  },
  counted: { accounts: 'Konten', groups: 'Gruppen' },
  'some-groups': { '1 group': '1 Gruppe', '{groups:number} groups': '{groups} Gruppen' },
  holders: { '1 account holds': '1 Konto hat', '{accounts:number} accounts hold': '{accounts} Konten haben' },
  'api-call': { '{method:api-method} {address:names}': '{method} {address}' },
  'api-method': { GET: 'GET', POST: 'POST' },
  'api-detail': {
    '{failure:api-failure}': '{failure}',
    '{failure:api-failure} ({said})': '{failure} ({said})',
  },
  'api-failure': {
    'the key is not accepted (401): it is wrong, expired or revoked':
      'der Schlüssel wird nicht akzeptiert (401): Er ist falsch, abgelaufen oder widerrufen',
    'the key may not make this call (403)': 'der Schlüssel darf diesen Aufruf nicht machen (403)',
    'the key may not make this call (403): the key lacks {scope:names}, or the right to manage this organization':
      'der Schlüssel darf diesen Aufruf nicht machen (403): Ihm fehlt {scope} oder das Recht, diese Organisation zu verwalten',
    'there is no such thing (404)': 'das gibt es dort nicht (404)',
    'the cursor is no longer accepted ({status:number})': 'der Cursor wird nicht mehr akzeptiert ({status})',
    'the call was rejected ({status:number})': 'der Aufruf wurde abgewiesen ({status})',
  },
} as const satisfies Record<string, Sayings>;
