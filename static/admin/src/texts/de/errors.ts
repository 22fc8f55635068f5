export const errorTexts = {
  'error.NOT_ALLOWED.title': 'Dazu fehlt Ihnen die Berechtigung',
  'error.NOT_ALLOWED.cure': 'Bitten Sie einen Eigentümer von Seatpath um eine Rolle, die das erlaubt.',
  'error.UNKNOWN_CALL.title': 'Diese Seite und die App passen nicht zusammen',
  'error.UNKNOWN_CALL.cure': 'Laden Sie die Seite neu: Die App wurde aktualisiert, während sie geöffnet war.',
  'error.BAD_INPUT.title': 'Eine Eingabe hat nicht die erwartete Form',
  'error.BAD_INPUT.cure': 'Prüfen Sie die Felder dieses Formulars und speichern Sie erneut.',
  'error.NOT_SET_UP.title': 'Eine Einstellung fehlt',
  'error.NOT_SET_UP.cure': 'Öffnen Sie die Einrichtung: Die Checkliste ganz oben nennt, was fehlt.',
  'error.KEY_MISSING.title': 'Es ist kein Organisationsschlüssel gespeichert',
  'error.KEY_MISSING.cure':
    'Öffnen Sie die Einrichtung und speichern Sie einen API-Schlüssel der Organisation.',
  'error.KEY_REFUSED.title': 'Atlassian weist diesen Schlüssel ab',
  'error.KEY_REFUSED.cure':
    'Der Schlüssel ist abgelaufen, widerrufen oder gehört zu einer anderen Organisation. Erstellen Sie in der Atlassian-Administration einen neuen und speichern Sie ihn im freien Slot.',
  'error.KEY_UNSCOPED.title': 'Dieser Schlüssel hat keine Scopes',
  'error.KEY_UNSCOPED.cure':
    'Ein solcher Schlüssel könnte die gesamte Organisation ändern, und Seatpath muss nur lesen. Erstellen Sie einen Schlüssel mit Scopes, oder bestehen Sie unten darauf.',
  'error.NOT_ORG_ADMIN.title': 'Sie verwalten diese Organisation nicht',
  'error.NOT_ORG_ADMIN.cure':
    'Bitten Sie jemanden, der die Organisation verwaltet, den Schlüssel hier zu speichern.',
  'error.ORG_UNREACHABLE.title': 'Die Organisations-API von Atlassian antwortet nicht',
  'error.ORG_UNREACHABLE.cure': 'Nichts ist verloren. Versuchen Sie es in einigen Minuten erneut.',
  'error.ANSWER_NOT_UNDERSTOOD.title': 'Eine Antwort von Atlassian war nicht lesbar',
  'error.ANSWER_NOT_UNDERSTOOD.cure':
    'Eine API von Atlassian hat ihre Form geändert. Seatpath zeigt lieber nichts als etwas Falsches; sehen Sie nach, ob es eine neuere Version gibt.',
  'error.SCAN_RUNNING.title': 'Es läuft bereits ein Scan',
  'error.SCAN_RUNNING.cure': 'Sein Fortschritt steht ganz oben; warten Sie, bis er abgeschlossen ist.',
  'error.NO_SNAPSHOT.title': 'Noch ist kein Scan abgeschlossen',
  'error.NO_SNAPSHOT.cure': 'Starten Sie einen Scan und kommen Sie zurück, wenn er abgeschlossen ist.',
  'error.NOT_FOUND.title': 'Das gibt es hier nicht mehr',
  'error.NOT_FOUND.cure':
    'Im letzten Scan oder in der offenen Prüfung kommt es nicht vor, oder der Link ist alt. Schließen Sie dies und sehen Sie in der Liste nach.',
  'error.OUTCOME_NOT_PERMITTED.title': 'Der Eigentümer dieses Pfads lässt dieses Ergebnis nicht zu',
  'error.OUTCOME_NOT_PERMITTED.cure': 'Laden Sie den Fall neu: Er zeigt, welche Ergebnisse zulässig sind.',
  'error.MOVE_NOT_PERMITTED.title': 'Dieser Eintrag ist inzwischen weiter',
  'error.MOVE_NOT_PERMITTED.cure':
    'Sein Status lässt diesen Schritt nicht mehr zu. Sehen Sie sich den Eintrag erneut an: Er bietet die Schritte an, die noch bleiben.',
  'error.SECOND_PERSON.title': 'Das muss jemand anderes tun',
  'error.SECOND_PERSON.cure':
    'Niemand genehmigt, was die eigene Anfrage oder die eigene Person betrifft. Bitten Sie einen anderen Prüfer oder Eigentümer.',
  'error.PROTECTED.title': 'Dieses Konto ist geschützt',
  'error.PROTECTED.cure':
    'Keine Sammelentscheidung berührt es. Öffnen Sie seinen Fall, um einzeln darüber zu entscheiden, oder beenden Sie die Schutzregel unter „Register“.',
  'error.CYCLE_NOT_OPEN.title': 'Diese Prüfung ist nicht offen',
  'error.CYCLE_NOT_OPEN.cure':
    'Sie wurde geschlossen, oder die nächste hat begonnen. Sehen Sie unter „Prüfung“ auf die Prüfliste und entscheiden Sie dort.',
  'error.EVIDENCE_INCOMPLETE.title': 'Dem Eintrag würden Belege fehlen',
  'error.EVIDENCE_INCOMPLETE.cure':
    'Nichts wurde erfasst. Ergänzen Sie, was hier genannt ist, oder scannen Sie erneut, und erfassen Sie es dann.',
  'error.EVIDENCE_BROKEN.title': 'Die Belegkette hält nicht',
  'error.EVIDENCE_BROKEN.cure':
    'Auf Grund von etwas, das verändert sein kann, wird nichts gezeigt und nichts erfasst. Unter „Register“ nennt „Kette kontrollieren“ den ersten Eintrag, der nicht passt.',
  'error.JIRA_REFUSED.title': 'Jira hat die Anfrage abgewiesen',
  'error.JIRA_REFUSED.cure':
    'Prüfen Sie Projekt und Vorgangstyp unter „Einrichtung“ und ob die App dort Vorgänge erstellen darf.',
  'error.CONFLICT.title': 'Inzwischen hat jemand anderes dies geändert',
  'error.CONFLICT.cure':
    'Laden Sie neu, um diese Änderung zu sehen, und wiederholen Sie Ihre, falls sie noch gewünscht ist.',
  'error.INTERNAL.title': 'Hier hat Seatpath einen Fehler',
  'error.INTERNAL.cure':
    'Versuchen Sie es erneut; bleibt es dabei, melden Sie es mit der Uhrzeit und der angezeigten Meldung.',
  'error.NO_ANSWER.title': 'Die App hat nicht geantwortet',
  'error.NO_ANSWER.cure': 'Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  'error.PAGE_OUTDATED.title': 'Diese Seite kann die Antwort der App nicht lesen',
  'error.PAGE_OUTDATED.cure':
    'Laden Sie die Seite neu: Die App wurde aktualisiert, während sie geöffnet war.',
} as const;
