/** The help panel. What rules say is said in their own words: a test holds the two together. */
export const helpTexts = {
  'help.title': 'Help',
  'help.checked': 'Checked against Atlassian’s own pages on {date}',
  'help.contents': 'Sections of the help',
  'help.here': 'You are here',
  'help.about': 'What Seatpath does',
  'help.about.body':
    'For every account on every billed product Seatpath tells through which paths it keeps the seat, who owns each path, to whom a change of it belongs, and whether the seat became free. What an identity provider writes is changed there, by its identity owner; local groups, default groups, direct roles and exceptions are looked at here.',
  'help.week': 'The weekly hour',
  'help.week.body': 'A review opens by itself as soon as the scan of the week has finished.',
  'help.beside': 'Beside the hour',
  'help.tab.overview':
    'Is the scan complete, and of this week? See what holds the seats and what stands out.',
  'help.tab.review':
    'Work through the queue from the top: look at the people of an item, leave out whom a decision does not fit, and decide for the others with one note.',
  'help.tab.sources':
    'Say of a group that it is intended, for whom and until when, or redesign it. One decision on a large source is worth a hundred on people.',
  'help.tab.handed-over': 'See what identity owners answered, and what the scans since have found of it.',
  'help.tab.savings': 'See which seats are gone, which of them stayed gone, and what they are worth.',
  'help.tab.cases':
    'Every account on every billed product, with each path that keeps its seat: for a question about one person.',
  'help.tab.records':
    'Everything that was decided, with its state and its end. What others asked for is approved here.',
  'help.tab.setup': 'Keys, identity providers and their owners, plans, roles, and the day of the review.',
  'help.desk': 'At your desk',
  'help.desk.look':
    'See whom an issue asks about and why. What else would keep the seat stands beside each person.',
  'help.desk.change':
    'Change it at your provider, in the group or in the rule that fills it. No account has to be deactivated for it.',
  'help.desk.answer': 'Answer here for one person or for many, or in a comment on the issue.',
  'help.answers': 'The answers',
  'help.signals': 'What you see, and whose it is',
  'help.signals.body': 'Five situations, each with an answer of its own.',
  'help.part.verify': 'Verify',
  'help.part.belongs-to': 'Belongs to',
  'help.part.outcome': 'Do',
  'help.part.never': 'Never',
  'help.signal.idp-synced-group': 'Access through a group that the identity provider syncs',
  'help.signal.idp-synced-group.verify': 'The synced directory, the group’s source and the identity owner.',
  'help.signal.idp-synced-group.belongs-to': 'The identity owner: the provider writes the membership.',
  'help.signal.idp-synced-group.outcome': 'Route the change to the identity owner and keep the evidence.',
  'help.signal.idp-synced-group.never':
    'Edit the synced group in Atlassian: it is refused, or undone by the next sync.',
  'help.signal.default-group-access': 'Access through a default group of the product',
  'help.signal.default-group-access.verify':
    'Which default group gives the access, and how the account came into it.',
  'help.signal.default-group-access.belongs-to': 'Whoever designs the default group.',
  'help.signal.default-group-access.outcome': 'Review the membership, or redesign the default group.',
  'help.signal.default-group-access.never':
    'Treat it like a synced group: what is removed comes back with the next grant or invite, not with a sync.',
  'help.signal.scim-and-local-paths': 'Synced and local paths side by side',
  'help.signal.scim-and-local-paths.verify':
    'Each path for itself, and which of them keeps the access and the seat.',
  'help.signal.scim-and-local-paths.belongs-to': 'Each path to its own owner.',
  'help.signal.scim-and-local-paths.outcome':
    'Split the case: a route-out for the synced rows, local review for the others.',
  'help.signal.scim-and-local-paths.never': 'Count a saving while one of the paths is left.',
  'help.signal.scim-user-inactive': 'The identity provider says the person is inactive',
  'help.signal.scim-user-inactive.verify':
    'Identity status, Atlassian account, product access and local groups, each for itself.',
  'help.signal.scim-user-inactive.belongs-to': 'The owner of the path that still bills.',
  'help.signal.scim-user-inactive.outcome':
    'Do not assume that deprovisioning removed local access; review the path that bills.',
  'help.signal.scim-user-inactive.never':
    'Take a person who is deactivated at the provider for a seat that is free.',
  'help.signal.override-requested': 'An admin wants to edit synced access locally',
  'help.signal.override-requested.verify':
    'Whether Atlassian accepts the edit, and whether it survives the next sync.',
  'help.signal.override-requested.belongs-to': 'The identity owner: an exception needs his word.',
  'help.signal.override-requested.outcome':
    'Refuse, unless the identity owner approved a boundary exception.',
  'help.signal.override-requested.never':
    'Agree to what you asked for yourself, or count on an edit before scans have seen it last.',
  'help.owners': 'Who owns a path',
  'help.owners.body':
    'The owner is that of the group on that product, never of the person. To whom a change belongs does not say that one is wanted: that begins with a finding.',
  'help.owner': 'Owner',
  'help.lane': 'A change belongs to',
  'help.because': 'Because',
  'help.page': 'Atlassian’s page',
  'help.owner.idp-owned': 'A local edit would be refused, or undone by the next sync.',
  'help.owner.default-group':
    'A removal here is undone by the next grant or invite unless the default group is redesigned.',
  'help.owner.local-group': 'The administrators of this organization own the membership.',
  'help.owner.direct': 'The administrators of this organization gave the role to the account itself.',
  'help.owner.inferred':
    'The role follows from an administrator role; change that role, not the product access.',
  'help.owner.unknown': 'Nobody may be asked to change a path whose owner is not known.',
  'help.outcomes': 'What may be decided',
  'help.outcomes.body': 'The owner of a path says which of these there are for it.',
  'help.intent':
    'Says that a group is meant to give this access: for whom, up to how many seats, and until when.',
  'help.row': 'Before you decide',
  'help.row.body': 'Every opened path tells three things.',
  'help.row.check': 'What is still to be looked up. A signal alone is no answer.',
  'help.row.hold': 'Why nothing may be changed yet, where that is so.',
  'help.row.proof': 'What is kept with the decision, for whoever asks later.',
  'help.principles': 'What always holds',
  'help.principle.read-only':
    'Seatpath only reads. It changes no group, no role and no account, here or at a provider: whoever owns a path changes it.',
  'help.principle.provider':
    'People are deprovisioned through the identity provider. That ends what the provider writes, and not what local groups, default groups or direct roles give.',
  'help.principle.handed-over':
    'A path that was handed over with its evidence is rightly decided, not left undone.',
  'help.principle.unknown': 'What was not read is unknown. It is never taken for local, and never for clear.',
  'help.principle.every-path': 'A seat is free only when the last path to it is gone.',
  'help.principle.saving':
    'Nothing counts as saved before a complete scan has seen the access gone, and it is settled when two more have.',
  'help.principle.end':
    'Exceptions, holds and standing decisions end on their day. Then the question stands in the queue again.',
  'help.principle.evidence':
    'A decision keeps what was known when it was made: the path, its owner, the facts and the reason.',
  'help.principle.boundary':
    'Seatpath reviews access that costs a seat. It is no identity provider, no identity governance and no policy engine.',
  'help.references': 'Atlassian’s own pages',
  'help.references.body': 'Every rule rests on a page that Atlassian publishes. They open in a new tab.',
  'help.used-for': 'Used for',
  'help.checked-on': 'Checked',
  'help.rules.signals': 'the five situations',
  'help.rules.owners': 'who owns a path',
  'help.rules.lanes': 'to whom a change belongs',
  'help.rules.findings': 'findings',
  'help.rules.seats': 'what bills',
  'help.rules.edits': 'edits by hand',
  'help.rules.pools': 'what is bought together',
} as const;
