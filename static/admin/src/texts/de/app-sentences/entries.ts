import { type Sayings } from '../../app-dictionary';

/** How an account came into a group, or why nobody knows. */
export const entrySentences = {
  'Came into the group on {day:day}: {cause:entry-cause}.': 'In die Gruppe gekommen am {day}: {cause}.',
  'Came into the group on {day:day}: {cause:entry-cause}. Actor: {actor:actor}.':
    'In die Gruppe gekommen am {day}: {cause}. Ausgeführt von: {actor}.',
  'Came into the group on {day:day}: {cause:entry-cause}. Formerly default: the group was a default of this product until {until:day}.':
    'In die Gruppe gekommen am {day}: {cause}. Früher Standard: Die Gruppe war bis {until} Standardgruppe dieses Produkts.',
  'Came into the group on {day:day}: {cause:entry-cause}. Actor: {actor:actor}. Formerly default: the group was a default of this product until {until:day}.':
    'In die Gruppe gekommen am {day}: {cause}. Ausgeführt von: {actor}. Früher Standard: Die Gruppe war bis {until} Standardgruppe dieses Produkts.',
  'How the account came into the group is not known.': 'Wie das Konto in die Gruppe kam, ist nicht bekannt.',
  'The audit log was not read in this scan.': 'Das Audit-Protokoll wurde in diesem Scan nicht gelesen.',
  'The audit log could not be read: it needs Atlassian Guard and a key with read:events:admin.':
    'Das Audit-Protokoll ließ sich nicht lesen: Dazu braucht es Atlassian Guard und einen Schlüssel mit read:events:admin.',
  'The audit log was read back to {since:day} and tells of no entry: it is older, or was never logged.':
    'Das Audit-Protokoll wurde bis {since} zurück gelesen und nennt keinen Beitritt: Er liegt länger zurück oder wurde nie protokolliert.',
  'The audit log was read back to {since:day}, before the account was there, and tells of no entry.':
    'Das Audit-Protokoll wurde bis {since} zurück gelesen, also bis vor die Zeit des Kontos, und nennt keinen Beitritt.',
  'The audit log tells of the entry and gives no cause that is known.':
    'Das Audit-Protokoll nennt den Beitritt, aber keine bekannte Ursache.',
} as const satisfies Sayings;

export const entryPhrases = {
  'entry-cause': {
    'an administrator added the account': 'Ein Administrator hat das Konto hinzugefügt',
    'access to the app was granted': 'Der Zugriff auf die App wurde gewährt',
    'the account was invited': 'Das Konto wurde eingeladen',
    'it signed up with an address of an approved domain':
      'Es hat sich mit einer Adresse aus einer genehmigten Domain registriert',
    'it opened the product for the first time, or was referred to in it':
      'Es hat das Produkt zum ersten Mal geöffnet oder wurde darin erwähnt',
    'an import brought it': 'Ein Import hat es mitgebracht',
    'it came with the site': 'Es kam mit der Site',
    'a sync wrote it': 'Eine Synchronisierung hat es geschrieben',
    'the audit log does not say how': 'Wie, gibt das Audit-Protokoll nicht an',
  },
  actor: { 'account {id}': 'Konto {id}', '{name}': '{name}' },
} as const satisfies Record<string, Sayings>;
