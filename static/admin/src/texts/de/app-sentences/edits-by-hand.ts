import { type Sayings } from '../../app-dictionary';

/** What would come of removing a path in Atlassian’s own screens. */
export const editSentences = {
  'Atlassian’s pages refuse adding people to a synced group by hand; of taking them out they say nothing. A refusal is likely, and nothing to rely on.':
    'Laut Atlassians Seiten lässt sich einer synchronisierten Gruppe manuell niemand hinzufügen; vom Entfernen sagen sie nichts. Dass es abgelehnt wird, ist wahrscheinlich, aber nicht sicher.',
  'The identity provider writes this group: its next sync brings the person back.':
    'Der Identitätsanbieter schreibt diese Gruppe: Seine nächste Synchronisierung bringt die Person zurück.',
  'Administrators edit the members of a default group.':
    'Die Mitglieder einer Standardgruppe bearbeiten Administratoren.',
  'Everyone given this role on the product joins the group: the next grant, invitation or sign-up brings the person back.':
    'Wer diese Rolle auf dem Produkt erhält, kommt in die Gruppe: Die nächste Gewährung, Einladung oder Registrierung bringt die Person zurück.',
  'Administrators edit the members of a group that nobody syncs.':
    'Die Mitglieder einer Gruppe, die niemand synchronisiert, bearbeiten Administratoren.',
  'Nobody but an administrator writes this group.': 'Nur Administratoren schreiben diese Gruppe.',
  'Administrators take a role from an account where they gave it.':
    'Administratoren entziehen eine Rolle dort, wo sie sie gegeben haben.',
  'Nobody but an administrator gives it again.': 'Nur Administratoren geben sie erneut.',
  'The role follows from another one: there is nothing of its own to take away.':
    'Die Rolle folgt aus einer anderen: Für sich allein lässt sie sich nicht entziehen.',
  'It is there as long as the role that it follows from.':
    'Es gibt sie, solange es die Rolle gibt, aus der sie folgt.',
  'Nobody is known to own this path.': 'Wem dieser Pfad gehört, ist nicht bekannt.',
  'Whoever owns it may write it again.': 'Wem er gehört, der kann ihn erneut schreiben.',
} as const satisfies Sayings;
