export const setupCheckTexts = {
  'setup.remark.key-none': 'Es ist kein Organisationsschlüssel gespeichert.',
  'setup.cure.key-none':
    'Speichern Sie einen Schlüssel mit Lese-Scopes; der Abschnitt unten sagt, wie Sie ihn erhalten.',
  'setup.remark.key-forgotten': 'Der Schlüssel ist hier vermerkt, wurde aber gelöscht.',
  'setup.cure.key-forgotten': 'Speichern Sie ihn erneut oder einen neuen.',
  'setup.remark.key-accepted':
    'Die Organisation „{name}“ akzeptiert den Schlüssel mit allen Scopes, die er braucht.',
  'setup.remark.key-refused':
    'Die Organisations-API weist den Schlüssel ab: Er wurde widerrufen oder ist abgelaufen.',
  'setup.cure.key-refused':
    'Erstellen Sie in der Atlassian-Administration einen neuen Schlüssel und speichern Sie ihn im freien Slot.',
  'setup.remark.key-no-organization': 'Es gibt keine Organisation mit dieser ID.',
  'setup.cure.key-no-organization':
    'Speichern Sie den Schlüssel erneut, mit der ID, die die Atlassian-Administration zeigt.',
  'setup.remark.key-untried':
    'Die Organisations-API hat nicht geantwortet: Ob der Schlüssel gilt, ist nicht bekannt.',
  'setup.cure.key-untried': 'Prüfen Sie in einigen Minuten erneut.',
  'setup.remark.key-not-understood':
    'Die Organisations-API hat etwas geantwortet, das sich nicht lesen lässt.',
  'setup.cure.key-not-understood':
    'Prüfen Sie später erneut; bleibt es dabei, sagen Sie es denen, die Seatpath hier betreiben: Vielleicht hat Atlassian die API geändert.',
  'setup.remark.key-scopes-missing':
    'Der Schlüssel darf nicht lesen, was ein Scan braucht. Es fehlt: {names}.',
  'setup.cure.key-scopes-missing':
    'Erstellen Sie für diese Organisation einen Schlüssel mit allen unten genannten Scopes und speichern Sie ihn im freien Slot.',
  'setup.remark.key-scopes-untried': 'Es gab nichts, woran sich {names} prüfen ließ.',
  'setup.cure.key-scopes-untried': 'Prüfen Sie erneut, sobald die Organisation eine Gruppe hat.',
  'setup.remark.key-audit-unread':
    'Das Audit-Protokoll wird nicht gelesen; wie Personen in Gruppen kamen, bleibt unbekannt.',
  'setup.cure.key-audit-unread':
    'Scans sind auch ohne es vollständig. Mit Atlassian Guard liest es ein Schlüssel mit read:events:admin.',
  'setup.remark.key-audit-untried':
    'Ob sich das Audit-Protokoll lesen lässt, konnte gerade nicht geprüft werden.',
  'setup.cure.key-audit-untried':
    'Es erlaubt nur zehn Aufrufe in der Minute. Prüfen Sie in einer Minute erneut.',
  'setup.remark.key-unscoped':
    'Der Schlüssel hat keine Scopes: Wer an ihn gelangte, könnte die Organisation ändern.',
  'setup.cure.key-unscoped':
    'Ersetzen Sie ihn durch einen Schlüssel mit Lese-Scopes und widerrufen Sie ihn dann.',
  'setup.remark.key-expiry-unknown':
    'Niemand hat vermerkt, wann der Schlüssel abläuft; so wird niemand erinnert. Atlassian nennt das Datum nicht.',
  'setup.cure.key-expiry-unknown': 'Speichern Sie den Schlüssel noch einmal, mit seinem letzten Tag.',
  'setup.remark.key-expired': 'Der vermerkte letzte Tag des Schlüssels, {day}, ist vorbei.',
  'setup.cure.key-expired': 'Speichern Sie einen neuen Schlüssel oder diesen mit dem richtigen Tag.',
  'setup.remark.key-expires-soon': {
    one: 'Der Schlüssel läuft am {day} ab, in {count} Tag.',
    other: 'Der Schlüssel läuft am {day} ab, in {count} Tagen.',
  },
  'setup.cure.key-expires-soon':
    'Erstellen Sie jetzt einen neuen Schlüssel und speichern Sie ihn im freien Slot; er übernimmt sofort.',
  'setup.remark.key-expires': 'Laut Vermerk gilt der Schlüssel bis {day}.',

  'setup.remark.scan-none':
    'Noch kein Scan ist abgeschlossen: Wer wodurch einen Platz belegt, ist nicht bekannt.',
  'setup.cure.scan-none': 'Starten Sie einen; er braucht den Organisationsschlüssel.',
  'setup.remark.scan-first-running': 'Der erste Scan läuft; bis er abgeschlossen ist, ist nichts bekannt.',
  'setup.cure.scan-first-running':
    'Prüfen Sie erneut, wenn er fertig ist. Er läuft weiter, auch wenn diese Seite geschlossen wird.',
  'setup.remark.scan-failed':
    'Der zuletzt begonnene Scan ist fehlgeschlagen; der Grund steht oben auf dieser Seite.',
  'setup.cure.scan-failed': 'Prüfen Sie den Organisationsschlüssel und scannen Sie dann erneut.',
  'setup.remark.scan-complete': 'Der letzte Scan ist vollständig. Abgeschlossen: {at}.',
  'setup.remark.scan-partial':
    'Der letzte Scan (abgeschlossen: {at}) ist unvollständig; der Grund steht oben auf dieser Seite.',
  'setup.cure.scan-partial': 'Scannen Sie erneut; was dann noch fehlt, steht hier.',
  'setup.remark.scan-old': {
    one: 'Der letzte Scan ist {count} Tag alt; fällig ist jede Woche einer.',
    other: 'Der letzte Scan ist {count} Tage alt; fällig ist jede Woche einer.',
  },
  'setup.cure.scan-old': 'Prüfen Sie den Organisationsschlüssel und scannen Sie jetzt.',
  'setup.remark.scan-accounts-missing': 'Der Scan sah {count} von {of} Konten.',
  'setup.cure.scan-accounts-missing': 'Scannen Sie erneut. Fehlende Konten haben keine Fälle.',
  'setup.remark.scan-groups-missing': 'Der Scan sah {count} von {of} Gruppen.',
  'setup.cure.scan-groups-missing':
    'Scannen Sie erneut. Pfade durch fehlende Gruppen werden nicht angezeigt.',
  'setup.remark.scan-members-missing': {
    one: 'Bei {count} Gruppe stimmen die Mitglieder nicht mit der Zahl von Atlassian überein.',
    other: 'Bei {count} Gruppen stimmen die Mitglieder nicht mit der Zahl von Atlassian überein.',
  },
  'setup.cure.scan-members-missing':
    'Scannen Sie erneut. Bis die Zahlen stimmen, können dort Personen fehlen.',
  'setup.remark.scan-uncounted':
    'Atlassian nannte nicht für alles Gelesene eine Zahl; dass es alles ist, belegt also nichts.',
  'setup.cure.scan-uncounted': 'Hier ist nichts zu tun; der nächste Scan fragt erneut nach den Zahlen.',
  'setup.remark.scan-directories-unread': 'Diese SCIM-Verzeichnisse ließen sich nicht lesen: {names}.',
  'setup.cure.scan-directories-unread': 'Prüfen Sie die SCIM-Schlüssel und scannen Sie dann erneut.',

  'setup.remark.owners-none-needed':
    'Der letzte Scan sah keine Gruppe, in die ein Identitätsanbieter schreibt.',
  'setup.remark.owners-need-scan':
    'Welche Identitätsanbieter es gibt, ist vor dem ersten Scan nicht bekannt.',
  'setup.cure.owners-need-scan': 'Scannen Sie und prüfen Sie dann erneut.',
  'setup.remark.owners-no-provider': {
    one: 'Ein Identitätsanbieter schreibt in {count} Gruppe, und keiner ist eingerichtet: Ihre Übergaben erreichen niemanden.',
    other:
      'Ein Identitätsanbieter schreibt in {count} Gruppen, und keiner ist eingerichtet: Ihre Übergaben erreichen niemanden.',
  },
  'setup.cure.owners-no-provider':
    'Fügen Sie den Identitätsanbieter hinzu, mit IdP-Verantwortung und Jira-Projekt.',
  'setup.remark.owners-directory-not-set-up':
    'Für das SCIM-Verzeichnis {name} gibt es einen Schlüssel, aber keinen Identitätsanbieter mit dieser ID.',
  'setup.cure.owners-directory-not-set-up':
    'Fügen Sie einen Identitätsanbieter mit dieser Verzeichnis-ID hinzu.',
  'setup.remark.owners-unlinked':
    '{name}: Bei mehreren Anbietern ist ohne Blick in das Verzeichnis nicht bekannt, welche Gruppen von diesem stammen.',
  'setup.cure.owners-unlinked':
    'Geben Sie einen SCIM-Schlüssel dafür an oder attestieren Sie unter „Quellen“ für jede Gruppe, wer in sie schreibt.',
  'setup.remark.owners-nobody': '{name}: Es ist niemand genannt, der gefragt werden könnte.',
  'setup.cure.owners-nobody': 'Nennen Sie eine IdP-Verantwortung, am besten zwei und eine Vertretung.',
  'setup.remark.owners-nobody-active': '{name}: Von den Genannten hat niemand ein aktives Konto: {people}.',
  'setup.cure.owners-nobody-active': 'Nennen Sie jemand anderen; bis dahin wartet, was übergeben ist.',
  'setup.remark.owners-inactive': '{name}: Nicht mehr aktiv: {people}.',
  'setup.cure.owners-inactive':
    'Nennen Sie an dieser Stelle jemand anderen. Bis dahin wird die nächste genannte Person gefragt.',
  'setup.remark.owners-untried': '{name}: Jira hat nicht gesagt, ob gefragt werden kann: {people}.',
  'setup.cure.owners-untried':
    'Prüfen Sie in einigen Minuten erneut; bleibt es dabei, erlauben Sie der App Seatpath in Jira, Benutzer zu durchsuchen.',
  'setup.remark.owners-alone': '{name}: Außer {people} kann niemand gefragt werden.',
  'setup.cure.owners-alone': 'Nennen Sie eine zweite IdP-Verantwortung oder eine Vertretung.',
  'setup.remark.owners-active': '{name}: Gefragt werden kann: {people}.',
  'setup.remark.owners-no-target': '{name}: Jira-Projekt und Vorgangstyp sind nicht gewählt.',
  'setup.cure.owners-no-target':
    'Wählen Sie beides; bis dahin werden Übergaben erfasst und an niemanden gesendet.',
  'setup.remark.owners-target-accepted':
    '{name}: Die App Seatpath kann ihre Vorgänge in {project} erstellen.',
  'setup.remark.owners-target-refused':
    '{name}: Jira lässt die App Seatpath in {project} keine Vorgänge erstellen.',
  'setup.cure.owners-target-refused':
    'Erlauben Sie der App, das Projekt zu sehen und dort Vorgänge zu erstellen, oder wählen Sie ein anderes Projekt.',
  'setup.remark.owners-type-refused': '{name}: {project} nimmt keine Vorgänge des gewählten Typs an.',
  'setup.cure.owners-type-refused': 'Wählen Sie einen Vorgangstyp, den das Projekt jetzt hat.',
  'setup.remark.owners-target-untried': '{name}: Jira hat nicht gesagt, ob {project} ihre Vorgänge annimmt.',
  'setup.cure.owners-target-untried': 'Prüfen Sie in einigen Minuten erneut.',

  'setup.remark.roles-second':
    'Können entscheiden und genehmigen, was die andere Person verlangt, solange sie dieses Jira verwalten: {people}.',
  'setup.remark.roles-alone':
    'Niemand kann genehmigen, was jemand anders verlangt: Weniger als zwei Personen können entscheiden.',
  'setup.cure.roles-alone': 'Machen Sie eine zweite Person zum Eigentümer oder Prüfer.',
  'setup.remark.roles-inactive': 'Nicht mehr aktiv, aber mit einer Rolle: {people}.',
  'setup.cure.roles-inactive': 'Entfernen Sie die Rolle und geben Sie sie jemand anderem.',
  'setup.remark.roles-untried': 'Jira hat nicht gesagt, ob es eine zweite Person gibt: {people}.',
  'setup.cure.roles-untried':
    'Prüfen Sie in einigen Minuten erneut; bleibt es dabei, erlauben Sie der App Seatpath in Jira, Benutzer zu durchsuchen.',

  'setup.remark.prices-need-scan':
    'Welche Produkte abgerechnet werden, ist vor dem ersten Scan nicht bekannt.',
  'setup.cure.prices-need-scan': 'Scannen Sie und prüfen Sie dann erneut.',
  'setup.remark.prices-nothing-billed': 'Kein Produkt rechnet Plätze ab; es gibt nichts zu bepreisen.',
  'setup.remark.prices-none': {
    one: 'Kein Preis ist erfasst: Was die Plätze von {count} Produkt kosten, ist nicht bekannt.',
    other: 'Kein Preis ist erfasst: Was die Plätze von {count} Produkten kosten, ist nicht bekannt.',
  },
  'setup.cure.prices-none':
    'Erfassen Sie einen Pool laut Angebot oder Rechnung. Ohne ihn wird alles außer Geld angezeigt.',
  'setup.remark.prices-no-pool': 'In keinem Pool, also Plätze ohne Geldbetrag: {names}.',
  'setup.cure.prices-no-pool':
    'Erfassen Sie dafür einen Pool oder kennzeichnen Sie das Produkt unter „Tarife“ als kostenlos.',
  'setup.remark.prices-no-bands': 'Ohne Preisliste: {names}.',
  'setup.cure.prices-no-bands': 'Erfassen Sie die Preise laut Angebot oder Rechnung.',
  'setup.remark.prices-beyond': {
    one: '{name}: Die Preisliste endet unter dem {count} Platz, der abgerechnet wird.',
    other: '{name}: Die Preisliste endet unter den {count} Plätzen, die abgerechnet werden.',
  },
  'setup.cure.prices-beyond': 'Fügen Sie die Staffeln darüber hinzu oder lassen Sie die letzte offen.',
  'setup.remark.prices-renewed-since':
    '{name}: verlängert am {day}, nachdem die Preise gelesen wurden; was seither gekauft ist, ist nicht bekannt.',
  'setup.cure.prices-renewed-since': 'Erfassen Sie die neuen Preise und die bezahlten Plätze.',
  'setup.remark.prices-quantity-unknown': 'Wie viele Plätze bezahlt sind, ist nicht bekannt: {names}.',
  'setup.cure.prices-quantity-unknown': 'Erfassen Sie die bezahlten Plätze laut Angebot oder Rechnung.',
  'setup.remark.prices-known': 'Mit Preisen wie erfasst: {names}.',

  'setup.remark.review-next': 'Die nächste Prüfung ist fällig: {at} ({timeZone}).',
  'setup.remark.review-no-digest':
    'Es ist keine Zusammenfassung als Vorgang gewünscht: Eine Prüfung wird nur auf dieser Seite angekündigt.',
  'setup.remark.review-digest-accepted': 'Die App Seatpath kann die Zusammenfassung in {project} erstellen.',
  'setup.remark.review-digest-refused':
    'Jira lässt die App Seatpath die Zusammenfassung nicht in {project} erstellen.',
  'setup.cure.review-digest-refused':
    'Erlauben Sie der App, das Projekt zu sehen und dort Vorgänge zu erstellen, oder wählen Sie ein anderes Projekt.',
  'setup.remark.review-digest-type-refused':
    '{project} nimmt keine Vorgänge des Typs an, der für die Zusammenfassung gewählt ist.',
  'setup.cure.review-digest-type-refused': 'Wählen Sie einen Vorgangstyp, den das Projekt jetzt hat.',
  'setup.remark.review-digest-untried': 'Jira hat nicht gesagt, ob {project} die Zusammenfassung annimmt.',
  'setup.cure.review-digest-untried': 'Prüfen Sie in einigen Minuten erneut.',
  'setup.remark.review-assignee-inactive':
    'Die Zusammenfassung geht an {people}; das Konto ist nicht mehr aktiv, und Jira würde den Vorgang abweisen.',
  'setup.cure.review-assignee-inactive': 'Wählen Sie jemand anderen oder niemanden.',
  'setup.remark.review-assignee-untried':
    'Jira hat nicht gesagt, ob die Zusammenfassung an {people} gehen kann.',
  'setup.cure.review-assignee-untried': 'Prüfen Sie in einigen Minuten erneut.',

  'setup.remark.scim-none':
    'Kein SCIM-Schlüssel ist gespeichert: Wen der Identitätsanbieter als inaktiv führt, ist nicht bekannt, auch nicht, aus welchem Verzeichnis eine Gruppe stammt.',
  'setup.cure.scim-none':
    'Es ist nichts nötig; lesen Sie unten, was ein solcher Schlüssel riskiert, bevor Sie einen angeben.',
  'setup.remark.scim-without-key':
    'Kein Schlüssel für {names}: Wer dort als inaktiv gilt, ist nicht bekannt.',
  'setup.cure.scim-without-key':
    'Es ist nichts nötig; lesen Sie unten, was ein solcher Schlüssel riskiert, bevor Sie einen angeben.',
  'setup.remark.scim-forgotten': '{name}: Der Schlüssel ist hier vermerkt, wurde aber gelöscht.',
  'setup.cure.scim-forgotten': 'Speichern Sie ihn erneut oder einen neuen.',
  'setup.remark.scim-accepted': '{name}: Das Verzeichnis akzeptiert den Schlüssel.',
  'setup.remark.scim-refused': '{name}: Das Verzeichnis weist den Schlüssel ab.',
  'setup.cure.scim-refused':
    'Ein Verzeichnis hat einen einzigen Schlüssel: Wurde für den Anbieter ein neuer erstellt, speichern Sie diesen.',
  'setup.remark.scim-no-directory': '{name}: Dieses Verzeichnis gibt es nicht mehr.',
  'setup.cure.scim-no-directory': 'Schlagen Sie die Verzeichnis-ID in der Atlassian-Administration nach.',
  'setup.remark.scim-untried':
    '{name}: Das Verzeichnis hat nicht geantwortet; ob der Schlüssel gilt, ist nicht bekannt.',
  'setup.cure.scim-untried': 'Prüfen Sie in einigen Minuten erneut.',
  'setup.remark.scim-not-understood':
    '{name}: Das Verzeichnis hat etwas geantwortet, das sich nicht lesen lässt.',
  'setup.cure.scim-not-understood':
    'Prüfen Sie später erneut; bleibt es dabei, sagen Sie es denen, die Seatpath hier betreiben: Vielleicht hat Atlassian die API geändert.',
  'setup.remark.scim-expired': '{name}: Der vermerkte letzte Tag des Schlüssels, {day}, ist vorbei.',
  'setup.cure.scim-expired':
    'Speichern Sie den Schlüssel, den der Anbieter jetzt nutzt, oder diesen mit dem richtigen Tag.',
  'setup.remark.scim-expires-soon': {
    one: '{name}: Der Schlüssel läuft am {day} ab, in {count} Tag.',
    other: '{name}: Der Schlüssel läuft am {day} ab, in {count} Tagen.',
  },
  'setup.cure.scim-expires-soon':
    'Stimmen Sie mit der IdP-Verantwortung ab, wann das Verzeichnis seinen nächsten Schlüssel bekommt.',
  'setup.remark.scim-expiry-unknown': '{name}: Niemand hat vermerkt, wann der Schlüssel abläuft.',
  'setup.cure.scim-expiry-unknown': 'Speichern Sie den Schlüssel noch einmal, mit seinem letzten Tag.',
} as const;
