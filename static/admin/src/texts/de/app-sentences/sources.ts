import { type Sayings } from '../../app-dictionary';

/** Whose the edges of a source are, what is suggested for it, and why a decision on it no longer holds. */
export const sourceSentences = {
  'The grant of the group to the product is always this organization’s: its administrators can revoke it, whoever writes the members.':
    'Dass die Gruppe das Produkt gewährt, ist immer Sache dieser Organisation: Ihre Administratoren können es entziehen, wer auch immer die Mitglieder schreibt.',
  'Nobody can decide this source before somebody says whose it is.':
    'Über diese Quelle kann niemand entscheiden, bevor jemand sagt, wem sie gehört.',
  '{redundant:number} of its {seats:number} seats are held by a synced group as well: newcomers need not come in here.':
    'Von ihren Plätzen ({seats}) hält eine synchronisierte Gruppe {redundant} ebenfalls: Neue müssen nicht hier hereinkommen.',
  '{group:wanted-group} that is wanted is decided once, for everybody who comes in as expected.':
    'Über {group}, die gewollt ist, wird einmal entschieden, für alle, die wie erwartet hereinkommen.',
  'The group no longer grants this product.': 'Die Gruppe gewährt dieses Produkt nicht mehr.',
  'It was to be reviewed by {day:day}.': 'Sie war bis {day} erneut zu prüfen.',
  'The owner of the group was {before:owner-id} and is {now:owner-id} now.':
    'Eigentümer der Gruppe: früher {before}, jetzt {now}.',
  'The group was default for {before:default-role} and is for {now:default-role} now.':
    'Standardgruppe war sie für {before}, jetzt für {now}.',
  'It gave {before:names} and gives {now:names} now.': 'Sie gab {before} und gibt jetzt {now}.',
  'The members of the group no longer add up, so nobody knows whom it covers.':
    'Die Mitglieder der Gruppe stimmen nicht mehr mit ihrer Anzahl überein; niemand weiß daher, für wen sie gilt.',
  'It holds {seats:number} seats; it was decided for {cap:number} at most.':
    'Sie hält {seats} Plätze; entschieden wurde über höchstens {cap}.',
  '{outside:number} of its {seats:number} seats are outside of the people it was decided for; there were {before:number} then.':
    'Von ihren Plätzen ({seats}) liegen {outside} außerhalb des Personenkreises, über den entschieden wurde; damals waren es {before}.',
} as const satisfies Sayings;

export const sourcePhrases = {
  'wanted-group': {
    'A synced group': 'eine synchronisierte Gruppe',
    'A default group': 'eine Standardgruppe',
    'A local group': 'eine lokale Gruppe',
    'A group': 'eine Gruppe',
  },
  'owner-id': {
    'idp-owned': '„IdP-verwaltet“',
    'default-group': '„Standardgruppe“',
    'local-group': '„Lokale Gruppe“',
    direct: '„Direkt“',
    inferred: '„Abgeleitet“',
    unknown: '„Unbekannt“',
  },
  'default-role': { 'no role': 'keine Rolle', '{role:names}': '{role}' },
} as const satisfies Record<string, Sayings>;
