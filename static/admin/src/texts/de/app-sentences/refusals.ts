import { type Sayings } from '../../app-dictionary';

/** Why the app refuses what somebody asked for, beside what the kind of refusal says by itself. */
export const refusalSentences = {
  'No organization API key is stored. Save one under Setup.':
    'Es ist kein API-Schlüssel der Organisation gespeichert. Er ist unter „Einrichtung“ zu speichern.',
  'The organization API key was forgotten. Save it again under Setup.':
    'Der API-Schlüssel der Organisation wurde vergessen. Er ist unter „Einrichtung“ erneut zu speichern.',
  'This key has no scopes, so it could change the organization. Seatpath only reads: make a key with read scopes, or insist.':
    'Dieser Schlüssel hat keine Scopes und könnte daher die Organisation ändern. Seatpath liest nur: Ein Schlüssel mit Lese-Scopes genügt; sonst ist dieser ausdrücklich zu bestätigen.',
  'The key lacks {scopes:names}. Make one with these scopes and save it again.':
    'Dem Schlüssel fehlt {scopes}. Zu erstellen und zu speichern ist einer mit diesen Scopes.',
  'You are not an administrator of this organization. Ask one to save the key.':
    'Den Schlüssel speichern kann nur, wer diese Organisation verwaltet.',
  'The organization API gave no useful answer in time. Try again in a few minutes.':
    'Die Organisations-API hat nicht rechtzeitig brauchbar geantwortet. In einigen Minuten geht es vielleicht wieder.',
  'The evidence chain does not hold, so nothing tells what was decided.':
    'Die Belegkette hält nicht; was entschieden wurde, lässt sich also nicht sagen.',
  'A scan is running already; its progress is shown above.':
    'Es läuft bereits ein Scan; sein Fortschritt steht oben.',
  'No scan has finished yet. Start one.': 'Noch ist kein Scan abgeschlossen.',
  'Seatpath is for administrators of this Jira site.':
    'Seatpath ist für die Administratoren dieser Jira-Site.',
  'Only an owner of Seatpath may change its keys.': 'Schlüssel ändern dürfen nur Eigentümer von Seatpath.',
  'Your role in Seatpath does not permit this ({call}). An owner can give you one.':
    'Die eigene Rolle in Seatpath erlaubt das nicht ({call}). Eine andere geben Eigentümer.',
  'Your role in Seatpath does not permit this step.':
    'Die eigene Rolle in Seatpath erlaubt diesen Schritt nicht.',
  'This desk is for identity owners, and nobody named you as one. An owner of Seatpath can, in its setup.':
    'Dieser Schreibtisch ist für die IdP-Verantwortung. Wer dazu gehört, legen Eigentümer von Seatpath in der Einrichtung fest.',
  'This is not for the identity owner’s desk ({call}).':
    'Das gehört nicht an den Schreibtisch der IdP-Verantwortung ({call}).',
  'At least one owner must stay.': 'Mindestens ein Eigentümer muss bleiben.',
  'An identity owner speaks for one identity provider; other roles for none.':
    'Die IdP-Verantwortung spricht für einen Identitätsanbieter; andere Rollen für keinen.',
  'Setup knows no such identity provider.': 'Die Einrichtung kennt keinen solchen Identitätsanbieter.',
  '“{zone}” is no time zone like Europe/Berlin.': '„{zone}“ ist keine Zeitzone wie Europe/Berlin.',
  'Somebody else has to approve this: you asked for it, or it is about you.':
    'Das muss jemand anderes genehmigen: Es betrifft die eigene Anfrage oder die eigene Person.',
  'In its present state the record knows no such step.':
    'Im jetzigen Status kennt der Eintrag diesen Schritt nicht.',
  'As it stands, the row takes no such answer.':
    'So, wie die Zeile jetzt steht, nimmt sie diese Antwort nicht an.',
  'Only an identity owner of {provider} answers for it.':
    'Dafür antwortet nur die IdP-Verantwortung von {provider}.',
  'Only an identity owner of the provider, or a reviewer, says this.':
    'Das sagen nur die IdP-Verantwortung des Anbieters oder Prüfer.',
  'Nothing is asked of you about such a group.':
    'Zu einer solchen Gruppe gibt es keine Anfrage an diese Person.',
  'Only a path that an identity provider owns needs a boundary exception.':
    'Eine Grenzausnahme braucht nur ein Pfad, der einem Identitätsanbieter gehört.',
  'Nobody can declare a source intended before it is known whose it is. Attest it first.':
    'Niemand kann eine Quelle als gewollt erklären, bevor bekannt ist, wem sie gehört. Zuerst ist sie zu attestieren.',
  'Atlassian tells who owns this group; nobody’s word is needed.':
    'Wem diese Gruppe gehört, gibt Atlassian an; niemand muss dafür einstehen.',
  'Name the identity provider that writes the group, one that setup knows.':
    'Zu nennen ist der Identitätsanbieter, der die Gruppe schreibt; die Einrichtung muss ihn kennen.',
  'Name the day it is planned for; it cannot be over.':
    'Zu nennen ist der geplante Tag; er darf nicht vergangen sein.',
  'It holds {seats:number} seats already: the cap cannot be below that.':
    'Sie hält bereits {seats} Plätze: Darunter kann die Obergrenze nicht liegen.',
  'The account is no longer in this group. Scan again before you decide.':
    'Das Konto ist nicht mehr in dieser Gruppe. Vor der Entscheidung ist erneut zu scannen.',
  'The account is protected ({class:protection}): decide it on its own.':
    'Das Konto ist geschützt ({class}): Darüber ist einzeln zu entscheiden.',
  'Missing: the account’s role assignments; the API left them out.':
    'Es fehlen die Rollenzuweisungen des Kontos; die API hat sie ausgelassen.',
  'Missing: the account’s groups as they are now; the API left them out.':
    'Es fehlen die jetzigen Gruppen des Kontos; die API hat sie ausgelassen.',
  'The issue for this is being created, or an earlier try broke off. Look again in three minutes.':
    'Der Vorgang dafür wird gerade erstellt, oder ein früherer Versuch brach ab. In drei Minuten ist mehr zu sehen.',
  'This review is not open any more; it can no longer change.':
    'Diese Prüfung ist nicht mehr offen; sie lässt sich nicht mehr ändern.',
  'This review is not open any more. Look at the one that is.':
    'Diese Prüfung ist nicht mehr offen, sondern eine andere.',
  'This item is decided as a whole, not row by row.':
    'Über diesen Prüfpunkt wird als Ganzes entschieden, nicht Zeile für Zeile.',
  'Nothing is left to decide for the people chosen.':
    'Für die gewählten Personen ist nichts mehr zu entscheiden.',
  'These are {rows:number} rows; a bulk has {most:number} at most.':
    'Das sind {rows} Zeilen; eine Sammelentscheidung hat höchstens {most}.',
  'This took decisions back. Decide anew instead.':
    'Hier wurden Entscheidungen zurückgenommen. Stattdessen ist neu zu entscheiden.',
  'Nothing is left of it to take back.': 'Davon ist nichts mehr zurückzunehmen.',
  'All cases of a filter are decided only where it names a finding.':
    'Über alle Fälle eines Filters wird nur entschieden, wenn er einen Befund nennt.',
  'There are {most:number} address patterns already; end one first.':
    'Es gibt bereits {most} Adressmuster; zuerst ist eines zu beenden.',
  'A product can be in a pool once only.': 'Ein Produkt kann nur einmal in einem Pool sein.',
  'The pool “{pool}” is billed in {currency}.': 'Der Pool „{pool}“ wird in {currency} abgerechnet.',
  'No period of “{pool}” starts on that day; the next is {day:day}.':
    'An diesem Tag beginnt kein Zeitraum von „{pool}“; der nächste ist der {day}.',
} as const satisfies Sayings;

export const refusalPhrases = {
  protection: {
    service: 'Dienstkonto',
    admin: 'Administratorkonto',
    'break-glass': 'Notfallkonto',
    integration: 'Integration',
    app: 'App',
  },
} as const satisfies Record<string, Sayings>;
