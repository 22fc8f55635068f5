import { type Sayings } from '../../app-dictionary';

/** A path told from the account to the product, and why it belongs to whom it does. */
export const pathSentences = {
  '{person:person} is in the group “{group}”, which gives {roles:names} on {product}.':
    '{person} ist in der Gruppe „{group}“, die {roles} auf {product} gewährt.',
  '{person:person} holds {roles:names} on {product} directly, without a group.':
    '{person} hat {roles} auf {product} direkt, ohne Gruppe.',
  '{person:person} has {roles:names} on {product} because of an administrator role.':
    '{person} hat {roles} auf {product} aufgrund einer Administratorrolle.',
  '{person:person} has {roles:names} on {product} through a group that the key does not see.':
    '{person} hat {roles} auf {product} über eine Gruppe, die der Schlüssel nicht sieht.',
  'The role was given to this account itself, without a group.':
    'Die Rolle wurde diesem Konto selbst gegeben, ohne Gruppe.',
  'The role follows from an administrator role of the account; it is not granted on the product.':
    'Die Rolle folgt aus einer Administratorrolle des Kontos; auf dem Produkt selbst ist sie nicht gewährt.',
  'The API says that a group gives this role, but no group that was read grants it.':
    'Laut API gibt eine Gruppe diese Rolle, aber keine gelesene Gruppe gewährt sie.',
  'The group’s sync flag and its manager contradict each other.':
    'Was die API über Synchronisierung und Verwaltung der Gruppe angibt, widerspricht sich.',
  'The API gave neither a sync flag nor a known manager for the group.':
    'Die API gibt nicht an, ob die Gruppe synchronisiert ist, und nennt keinen bekannten Verwalter.',
  'The group is synced and default for this product at once, which Atlassian rules out.':
    'Die Gruppe ist zugleich synchronisiert und Standardgruppe dieses Produkts, was Atlassian ausschließt.',
  'The identity provider writes this membership; a local edit is refused or undone by the next sync.':
    'Der Identitätsanbieter schreibt diese Mitgliedschaft; eine lokale Änderung wird abgelehnt oder mit der nächsten Synchronisierung rückgängig gemacht.',
  'Everyone given this role on the product joins this group, and joins it again at the next grant or invite.':
    'Wer diese Rolle auf dem Produkt erhält, kommt in diese Gruppe, und bei der nächsten Gewährung oder Einladung erneut.',
  'Administrators or a team keep this group in Atlassian; no directory writes it.':
    'Administratoren oder ein Team pflegen diese Gruppe in Atlassian; kein Verzeichnis schreibt sie.',
} as const satisfies Sayings;

export const pathPhrases = {
  person: { 'The account': 'Das Konto', '{name}': '{name}' },
} as const satisfies Record<string, Sayings>;
