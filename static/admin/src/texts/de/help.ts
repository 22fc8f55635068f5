export const helpTexts = {
  'help.title': 'Hilfe',
  'help.checked': 'Mit Atlassians eigenen Seiten abgeglichen am {date}',
  'help.contents': 'Abschnitte der Hilfe',
  'help.here': 'Sie sind hier',
  'help.about': 'Was Seatpath tut',
  'help.about.body':
    'Für jedes Konto auf jedem abgerechneten Produkt sagt Seatpath, über welche Pfade es seinen Platz hält, wem jeder Pfad gehört, wer über eine Änderung entscheidet und ob der Platz frei geworden ist. Was ein Identitätsanbieter schreibt, wird dort geändert, von der IdP-Verantwortung; lokale Gruppen, Standardgruppen, direkte Rollen und Ausnahmen werden hier geprüft.',
  'help.week': 'Die Stunde in der Woche',
  'help.week.body': 'Eine Prüfung öffnet sich von selbst, sobald der Scan der Woche abgeschlossen ist.',
  'help.beside': 'Neben dieser Stunde',
  'help.tab.overview':
    'Ist der Scan vollständig und aus dieser Woche? Sehen Sie, was die Plätze hält und was auffällt.',
  'help.tab.review':
    'Gehen Sie die Prüfliste von oben durch: Sehen Sie sich die Personen eines Prüfpunkts an, lassen Sie aus, für wen eine Entscheidung nicht passt, und entscheiden Sie für die anderen mit einer einzigen Notiz.',
  'help.tab.sources':
    'Erklären Sie eine Gruppe als gewollt, für wen und bis wann, oder bauen Sie sie um. Eine Entscheidung über eine große Quelle ersetzt hundert über einzelne Personen.',
  'help.tab.handed-over':
    'Sehen Sie, was die IdP-Verantwortung geantwortet hat und was die Scans seither davon vorgefunden haben.',
  'help.tab.savings': 'Sehen Sie, welche Plätze frei sind, welche es geblieben sind und was sie wert sind.',
  'help.tab.cases':
    'Jedes Konto auf jedem abgerechneten Produkt, mit jedem Pfad, der seinen Platz hält: für eine Frage nach einer Person.',
  'help.tab.records':
    'Alles, was entschieden wurde, mit Status und Ende. Hier genehmigen Sie, worum andere gebeten haben.',
  'help.tab.setup':
    'Schlüssel, Identitätsanbieter und ihre Verantwortlichen, Tarife, Rollen und der Tag der Prüfung.',
  'help.desk': 'An Ihrem Schreibtisch',
  'help.desk.look':
    'Sehen Sie, nach wem ein Vorgang fragt und warum. Was den Platz sonst noch halten würde, steht bei jeder Person.',
  'help.desk.change':
    'Ändern Sie es bei Ihrem Anbieter, in der Gruppe oder in der Regel, die sie füllt. Dafür muss kein Konto deaktiviert werden.',
  'help.desk.answer':
    'Antworten Sie hier für eine oder für viele Personen, oder in einem Kommentar zum Vorgang.',
  'help.answers': 'Die Antworten',
  'help.signals': 'Was Sie sehen, und wessen Sache es ist',
  'help.signals.body': 'Fünf Lagen, jede mit ihrer eigenen Antwort.',
  'help.part.verify': 'Klären',
  'help.part.belongs-to': 'Wessen Sache',
  'help.part.outcome': 'Tun',
  'help.part.never': 'Nie',
  'help.signal.idp-synced-group': 'Zugriff über eine Gruppe, die der Identitätsanbieter synchronisiert',
  'help.signal.idp-synced-group.verify':
    'Das synchronisierte Verzeichnis, die Herkunft der Gruppe und die IdP-Verantwortung.',
  'help.signal.idp-synced-group.belongs-to':
    'Sache der IdP-Verantwortung: Der Anbieter schreibt die Mitgliedschaft.',
  'help.signal.idp-synced-group.outcome':
    'Die Änderung an die IdP-Verantwortung übergeben und die Belege aufbewahren.',
  'help.signal.idp-synced-group.never':
    'Die synchronisierte Gruppe in Atlassian ändern: Das wird abgelehnt oder mit der nächsten Synchronisierung rückgängig gemacht.',
  'help.signal.default-group-access': 'Zugriff über eine Standardgruppe des Produkts',
  'help.signal.default-group-access.verify':
    'Welche Standardgruppe den Zugriff gibt und wie das Konto in sie kam.',
  'help.signal.default-group-access.belongs-to': 'Sache derer, die die Standardgruppe gestalten.',
  'help.signal.default-group-access.outcome': 'Die Mitgliedschaft prüfen oder die Standardgruppe umbauen.',
  'help.signal.default-group-access.never':
    'Sie wie eine synchronisierte Gruppe behandeln: Was entfernt wird, kehrt mit der nächsten Gewährung oder Einladung zurück, nicht mit einer Synchronisierung.',
  'help.signal.scim-and-local-paths': 'Synchronisierte und lokale Pfade nebeneinander',
  'help.signal.scim-and-local-paths.verify':
    'Jeden Pfad für sich, und welcher von ihnen Zugriff und Platz hält.',
  'help.signal.scim-and-local-paths.belongs-to': 'Jeder Pfad ist Sache seines eigenen Eigentümers.',
  'help.signal.scim-and-local-paths.outcome':
    'Den Fall aufteilen: Übergabe für die synchronisierten Zeilen, lokale Prüfung für die anderen.',
  'help.signal.scim-and-local-paths.never': 'Eine Einsparung zählen, solange einer der Pfade noch da ist.',
  'help.signal.scim-user-inactive': 'Der Identitätsanbieter meldet die Person als inaktiv',
  'help.signal.scim-user-inactive.verify':
    'Identitätsstatus, Atlassian-Konto, Produktzugriff und lokale Gruppen, jedes für sich.',
  'help.signal.scim-user-inactive.belongs-to': 'Sache des Eigentümers des Pfads, der noch abgerechnet wird.',
  'help.signal.scim-user-inactive.outcome':
    'Nicht annehmen, dass mit der Deprovisionierung auch lokaler Zugriff endete; den Pfad prüfen, der abgerechnet wird.',
  'help.signal.scim-user-inactive.never':
    'Eine Person, die beim Anbieter deaktiviert ist, für einen freien Platz halten.',
  'help.signal.override-requested': 'Ein Administrator will synchronisierten Zugriff lokal ändern',
  'help.signal.override-requested.verify':
    'Ob Atlassian die Änderung annimmt und ob sie die nächste Synchronisierung übersteht.',
  'help.signal.override-requested.belongs-to':
    'Sache der IdP-Verantwortung: Eine Ausnahme braucht deren Wort.',
  'help.signal.override-requested.outcome':
    'Abweisen, außer die IdP-Verantwortung hat einer Grenzausnahme zugestimmt.',
  'help.signal.override-requested.never':
    'Dem zustimmen, worum Sie selbst gebeten haben, oder mit einer Änderung rechnen, bevor Scans sie bestehen sahen.',
  'help.owners': 'Wem ein Pfad gehört',
  'help.owners.body':
    'Maßgeblich ist die Gruppe auf diesem Produkt, nie die Person. Wessen Sache eine Änderung ist, sagt nicht, dass eine gewollt ist: Das beginnt mit einem Befund.',
  'help.owner': 'Eigentümer',
  'help.lane': 'Wessen Sache eine Änderung ist',
  'help.because': 'Weil',
  'help.page': 'Atlassians Seite',
  'help.owner.idp-owned':
    'Eine lokale Änderung würde abgelehnt oder mit der nächsten Synchronisierung rückgängig gemacht.',
  'help.owner.default-group':
    'Was hier entfernt wird, kehrt mit der nächsten Gewährung oder Einladung zurück, solange die Standardgruppe nicht umgebaut ist.',
  'help.owner.local-group': 'Die Mitgliedschaft gehört den Administratoren dieser Organisation.',
  'help.owner.direct': 'Die Administratoren dieser Organisation haben die Rolle dem Konto selbst gegeben.',
  'help.owner.inferred':
    'Die Rolle folgt aus einer Administratorrolle; zu ändern ist diese, nicht der Produktzugriff.',
  'help.owner.unknown':
    'Niemand darf um die Änderung eines Pfads gebeten werden, dessen Eigentümer unbekannt ist.',
  'help.outcomes': 'Was entschieden werden kann',
  'help.outcomes.body': 'Welche davon es für einen Pfad gibt, bestimmt sein Eigentümer.',
  'help.intent':
    'Hält fest, dass eine Gruppe diesen Zugriff geben soll: für wen, bis zu wie vielen Plätzen und bis wann.',
  'help.row': 'Bevor Sie entscheiden',
  'help.row.body': 'Jeder geöffnete Pfad sagt dreierlei.',
  'help.row.check': 'Was noch nachzusehen ist. Ein einzelnes Signal ist keine Antwort.',
  'help.row.hold': 'Warum noch nichts geändert werden darf, falls es so ist.',
  'help.row.proof': 'Was mit der Entscheidung aufbewahrt wird, für alle, die später fragen.',
  'help.principles': 'Was immer gilt',
  'help.principle.read-only':
    'Seatpath liest nur. Es ändert keine Gruppe, keine Rolle und kein Konto, weder hier noch bei einem Anbieter: Einen Pfad ändert, wem er gehört.',
  'help.principle.provider':
    'Deprovisioniert wird über den Identitätsanbieter. Damit endet, was der Anbieter schreibt, und nicht, was lokale Gruppen, Standardgruppen oder direkte Rollen geben.',
  'help.principle.handed-over':
    'Ein Pfad, der mit Belegen übergeben wurde, ist richtig entschieden und nicht unerledigt.',
  'help.principle.unknown':
    'Was nicht gelesen wurde, ist unbekannt. Es gilt nie als lokal und nie als unbedenklich.',
  'help.principle.every-path': 'Ein Platz ist erst frei, wenn der letzte Pfad zu ihm entfallen ist.',
  'help.principle.saving':
    'Nichts gilt als eingespart, bevor ein vollständiger Scan gesehen hat, dass der Zugriff entfallen ist; gesichert ist es nach zwei weiteren.',
  'help.principle.end':
    'Ausnahmen, Zurückstellungen und Dauerentscheidungen enden an ihrem Tag. Dann steht die Frage wieder auf der Prüfliste.',
  'help.principle.evidence':
    'Eine Entscheidung bewahrt, was bekannt war, als sie fiel: den Pfad, seinen Eigentümer, die Fakten und den Grund.',
  'help.principle.boundary':
    'Seatpath prüft Zugriff, der einen Platz kostet. Es ist kein Identitätsanbieter, keine Identity Governance und keine Policy Engine.',
  'help.references': 'Atlassians eigene Seiten',
  'help.references.body':
    'Jede Regel stützt sich auf eine Seite, die Atlassian veröffentlicht. Sie öffnen sich in einem neuen Tab.',
  'help.used-for': 'Verwendet für',
  'help.checked-on': 'Geprüft',
  'help.rules.signals': 'die fünf Lagen',
  'help.rules.owners': 'wem ein Pfad gehört',
  'help.rules.lanes': 'wessen Sache eine Änderung ist',
  'help.rules.findings': 'Befunde',
  'help.rules.seats': 'was abgerechnet wird',
  'help.rules.edits': 'manuelle Änderungen',
  'help.rules.pools': 'was zusammen gekauft wird',
} as const;
