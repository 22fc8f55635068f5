import { type Sayings } from '../../app-dictionary';

/** What a scope of a key is needed for. */
export const keySentences = {
  'the name of the organization': 'den Namen der Organisation',
  'directories, and roles that an account holds itself': 'Verzeichnisse und Rollen, die ein Konto selbst hat',
  'the products and their sites': 'die Produkte und ihre Sites',
  'accounts and their memberships': 'Konten und ihre Mitgliedschaften',
  'groups and what they grant': 'Gruppen und was sie gewähren',
  'how accounts came into groups, and use by API token; optional, only with Atlassian Guard':
    'wie Konten in Gruppen kamen, und Nutzung mit API-Token; optional, nur mit Atlassian Guard',
} as const satisfies Sayings;
