import { type Sayings } from '../../app-dictionary';

/** What a decision still lacks, by name: it stands in a list, so it begins small. */
const lacking = {
  'identity provider: set up the one that writes this group, under Setup':
    'der Identitätsanbieter, der diese Gruppe schreibt: Er ist unter „Einrichtung“ anzulegen',
  'a membership that can end: Google puts everybody into this group; redesign what it grants':
    'eine Mitgliedschaft, die enden kann: Google nimmt alle in diese Gruppe auf; umzubauen ist, was sie gewährt',
  'identity owner of {provider}': 'die IdP-Verantwortung von {provider}',
  'Jira project and issue type for {provider}': 'Jira-Projekt und Vorgangstyp für {provider}',
  'source not recorded: the last scan does not tell through which path the access comes':
    'die Quelle: Aus dem letzten Scan geht nicht hervor, über welchen Pfad der Zugriff kommt',
  'complete evidence: the members of this group did not add up in the last scan':
    'vollständige Belege: Die Mitglieder dieser Gruppe stimmten im letzten Scan nicht mit ihrer Anzahl überein',
  'whether it is billed: no role of this path is known to take a seat':
    'ob abgerechnet wird: Von keiner Rolle dieses Pfads ist bekannt, dass sie einen Platz belegt',
} as const satisfies Sayings;

export const lackingSentences = {
  ...lacking,
  'Missing: {item:lacking}.': 'Es fehlt: {item}.',
  'Missing: {item:lacking}; {other:lacking}.': 'Es fehlt: {item}; {other}.',
} as const satisfies Sayings;

export const lackingPhrases = { lacking } as const satisfies Record<string, Sayings>;
