export const deskTexts = {
  'desk.title': 'Schreibtisch der IdP-Verantwortung',
  'desk.speaks': 'Sie sprechen für {names}.',
  'desk.group': 'die Gruppe {group} bei {provider}',
  'desk.body':
    'Seatpath fragt hier nach Zugriff, den Ihr Identitätsanbieter schreibt. Durch eine Antwort ändert sich nichts: Sie ändern es beim Anbieter, und Seatpath sieht nach, ob es geschehen ist.',
  'desk.nobody.title': 'Dieser Schreibtisch ist für IdP-Verantwortliche',
  'desk.nobody.body':
    'Niemand hat Sie als Verantwortung oder Vertretung eines Identitätsanbieters oder einer seiner Gruppen genannt. Ein Eigentümer von Seatpath nennt sie in der Einrichtung.',
  'desk.nothing.title': 'Zurzeit wird nichts von Ihnen erbeten',
  'desk.nothing.body':
    'Kein Vorgang läuft, und niemand wartet auf Ihr Wort. Was als Nächstes angefragt wird, steht hier und in einem Jira-Vorgang, der Ihnen zugewiesen ist.',
  'desk.exceptions': 'Wartet auf Ihr Wort',
  'desk.exceptions.body':
    'Ein Administrator bittet darum, einmal manuell zu entfernen, was Ihr Anbieter schreibt. Wer darum bittet, stimmt nicht selbst zu.',
} as const;
