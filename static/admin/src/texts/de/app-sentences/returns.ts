import { type Sayings } from '../../app-dictionary';

/** By which way a seat that had been seen gone is held again. */
export const returnSentences = {
  'An administrator added the account to the group again.':
    'Ein Administrator hat das Konto der Gruppe wieder hinzugefügt.',
  'Access to the app was granted again.': 'Der Zugriff auf die App wurde wieder gewährt.',
  'The account was invited again, and the group is given to whoever is.':
    'Das Konto wurde wieder eingeladen, und wer eingeladen wird, erhält die Gruppe.',
  'It signed up with an address of an approved domain.':
    'Es hat sich mit einer Adresse aus einer genehmigten Domain registriert.',
  'It opened the product, or was referred to in it.': 'Es hat das Produkt geöffnet oder wurde darin erwähnt.',
  'An import brought it, and an administrator runs imports.':
    'Ein Import hat es mitgebracht, und Importe führen Administratoren aus.',
  'It came with the site, which cannot happen twice.':
    'Es kam mit der Site, was nicht zweimal geschehen kann.',
  'A sync of the identity provider wrote it again.':
    'Eine Synchronisierung des Identitätsanbieters hat es wieder geschrieben.',
  'The seat does not come through a group, and the audit log tells of groups only.':
    'Der Platz kommt nicht über eine Gruppe, und das Audit-Protokoll nennt nur Gruppen.',
  'The audit log tells of no entry since it was seen gone; the last one was on {day:day}. The account may have been restored, or a grant or role changed.':
    'Seit der Platz nicht mehr da war, nennt das Audit-Protokoll keinen Beitritt; der letzte war am {day}. Das Konto kann wiederhergestellt worden sein, oder eine Gewährung oder Rolle hat sich geändert.',
} as const satisfies Sayings;
