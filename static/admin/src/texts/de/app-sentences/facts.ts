import { type Sayings } from '../../app-dictionary';

/** What is known of a person, what has still to be looked up, and what a record would keep of it. */
export const factSentences = {
  'The identity provider says: active.': 'Laut Identitätsanbieter: aktiv.',
  'The identity provider says: deactivated.': 'Laut Identitätsanbieter: deaktiviert.',
  'No SCIM record is linked to this account.': 'Mit diesem Konto ist kein SCIM-Datensatz verknüpft.',
  'No SCIM directory was read, so the identity provider’s word is not known.':
    'Es wurde kein SCIM-Verzeichnis gelesen; was der Identitätsanbieter sagt, ist daher nicht bekannt.',
  'Account {account:status}, membership {membership:status}, {claim:claim}.':
    'Konto: {account}, Mitgliedschaft: {membership}, {claim}.',
  '1 path gives {roles:names}.': '1 Pfad gibt {roles}.',
  '{paths:number} paths give {roles:names}.': '{paths} Pfade geben {roles}.',
  'Who owns this group: the API did not say.': 'Wem diese Gruppe gehört: Die API gibt es nicht an.',
  'Which identity provider writes this group.': 'Welcher Identitätsanbieter diese Gruppe schreibt.',
  'How the account came into the group: grant, invite, sign-up or first access.':
    'Wie das Konto in die Gruppe kam: durch Gewährung, Einladung, Registrierung oder ersten Zugriff.',
  'Whether the person is still active at the identity provider.':
    'Ob die Person beim Identitätsanbieter noch aktiv ist.',
  'Whether the product is used: no activity could be read.':
    'Ob das Produkt genutzt wird: Es ließ sich keine Aktivität lesen.',
  'Whether a direct role stands beside the groups; it is read when a record is made.':
    'Ob es neben den Gruppen eine direkte Rolle gibt; das wird gelesen, sobald ein Eintrag erfasst wird.',
  'The path with its roles, its owner and the rule that said so.':
    'Der Pfad mit seinen Rollen, seinem Eigentümer und der Regel, aus der das folgt.',
  'The facts of the scan, and how complete it was.': 'Die Fakten des Scans und wie vollständig er war.',
  'The account’s own role assignments, read at that moment.':
    'Die Rollen des Kontos selbst, gelesen in diesem Moment.',
  'Who decided, when and why.': 'Wer entschieden hat, wann und warum.',
} as const satisfies Sayings;

/** Statuses as the API gives them; one that Atlassian has added since is shown as it is. */
export const factPhrases = {
  status: {
    active: 'aktiv',
    inactive: 'inaktiv',
    closed: 'geschlossen',
    suspended: 'gesperrt',
    no_membership: 'keine',
    unknown: 'unbekannt',
    '{status}': '{status}',
  },
  claim: {
    'managed by the organization': 'von der Organisation verwaltet',
    unmanaged: 'nicht von der Organisation verwaltet',
    unknown: 'Verwaltung unbekannt',
    '{status}': '{status}',
  },
} as const satisfies Record<string, Sayings>;
