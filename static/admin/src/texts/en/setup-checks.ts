/** What the tests of the setup checklist find, and how it is mended. Keyed by the codes of contracts/setup-checks. */
export const setupCheckTexts = {
  'setup.remark.key-none': 'No organization key is stored.',
  'setup.cure.key-none': 'Save a key with read scopes; the section below says how to get one.',
  'setup.remark.key-forgotten': 'The key is noted here, but it was erased.',
  'setup.cure.key-forgotten': 'Save it again, or a new one.',
  'setup.remark.key-accepted': 'The organization “{name}” accepts the key, with every scope it needs.',
  'setup.remark.key-refused': 'The organization API refuses the key: it was revoked or has expired.',
  'setup.cure.key-refused': 'Make a new key in Atlassian Administration and save it in the free slot.',
  'setup.remark.key-no-organization': 'There is no organization with this id.',
  'setup.cure.key-no-organization': 'Save the key again with the id that Atlassian Administration shows.',
  'setup.remark.key-untried': 'The organization API did not answer: whether the key holds is not known.',
  'setup.cure.key-untried': 'Test again in a few minutes.',
  'setup.remark.key-not-understood': 'The organization API answered something that cannot be read.',
  'setup.cure.key-not-understood':
    'Test again later; if it stays, tell whoever runs Seatpath here: Atlassian may have changed its API.',
  'setup.remark.key-scopes-missing': 'The key may not read what a scan needs: {names} is missing.',
  'setup.cure.key-scopes-missing':
    'Make a key with all scopes that are listed below, for this organization, and save it in the free slot.',
  'setup.remark.key-scopes-untried': 'There was nothing to try {names} on.',
  'setup.cure.key-scopes-untried': 'Test again once the organization has a group.',
  'setup.remark.key-audit-unread': 'The audit log is not read, so how people came into groups stays unknown.',
  'setup.cure.key-audit-unread':
    'Scans are complete without it. With Atlassian Guard, a key with read:events:admin reads it too.',
  'setup.remark.key-audit-untried': 'Whether the audit log can be read could not be tried now.',
  'setup.cure.key-audit-untried': 'It takes ten calls a minute only. Test again in a minute.',
  'setup.remark.key-unscoped': 'The key has no scopes: whoever got hold of it could change the organization.',
  'setup.cure.key-unscoped': 'Replace it by a key with read scopes, and revoke it.',
  'setup.remark.key-expiry-unknown':
    'Nobody noted when the key expires, so nobody is reminded. Atlassian does not tell.',
  'setup.cure.key-expiry-unknown': 'Save the key once more, with its last day.',
  'setup.remark.key-expired': 'The last day noted for the key, {day}, is past.',
  'setup.cure.key-expired': 'Save a new key, or this one with its right day.',
  'setup.remark.key-expires-soon': {
    one: 'The key expires on {day}, in {count} day.',
    other: 'The key expires on {day}, in {count} days.',
  },
  'setup.cure.key-expires-soon': 'Make a new key now and save it in the free slot; it takes over at once.',
  'setup.remark.key-expires': 'By what was noted the key holds until {day}.',

  'setup.remark.scan-none': 'No scan has finished yet: who holds seats through what is not known.',
  'setup.cure.scan-none': 'Start one; it needs the organization key.',
  'setup.remark.scan-first-running': 'The first scan is running; nothing is known until it has finished.',
  'setup.cure.scan-first-running': 'Test again when it is done. It goes on when this page is closed.',
  'setup.remark.scan-failed': 'The scan begun last has failed; why stands at the top of this page.',
  'setup.cure.scan-failed': 'Test the organization key, then scan again.',
  'setup.remark.scan-complete': 'The last scan is complete. It finished on {at}.',
  'setup.remark.scan-partial':
    'The last scan, finished on {at}, is partial; why stands at the top of this page.',
  'setup.cure.scan-partial': 'Scan again; what stays missing is named here.',
  'setup.remark.scan-old': {
    one: 'The last scan is {count} day old; one is due every week.',
    other: 'The last scan is {count} days old; one is due every week.',
  },
  'setup.cure.scan-old': 'Test the organization key, then scan now.',
  'setup.remark.scan-accounts-missing': 'The scan saw {count} of {of} accounts.',
  'setup.cure.scan-accounts-missing': 'Scan again. Those that are missing have no cases.',
  'setup.remark.scan-groups-missing': 'The scan saw {count} of {of} groups.',
  'setup.cure.scan-groups-missing': 'Scan again. Paths through the missing ones are not shown.',
  'setup.remark.scan-members-missing': {
    one: 'The members of {count} group do not add up with Atlassian’s own count.',
    other: 'The members of {count} groups do not add up with Atlassian’s own count.',
  },
  'setup.cure.scan-members-missing': 'Scan again. Until they add up, their people may be incomplete.',
  'setup.remark.scan-uncounted':
    'Atlassian gave no count for all that was read, so nothing proves that it is everything.',
  'setup.cure.scan-uncounted': 'Nothing can be done here; the next scan asks for the counts again.',
  'setup.remark.scan-directories-unread': 'These SCIM directories could not be read: {names}.',
  'setup.cure.scan-directories-unread': 'Test the SCIM keys, then scan again.',

  'setup.remark.owners-none-needed': 'The last scan saw no group that an identity provider writes.',
  'setup.remark.owners-need-scan': 'Which identity providers there are is not known before the first scan.',
  'setup.cure.owners-need-scan': 'Scan, then test again.',
  'setup.remark.owners-no-provider': {
    one: 'An identity provider writes {count} group, and none is set up: its route-outs reach nobody.',
    other: 'An identity provider writes {count} groups, and none is set up: their route-outs reach nobody.',
  },
  'setup.cure.owners-no-provider': 'Add the identity provider, with an owner and a Jira project.',
  'setup.remark.owners-directory-not-set-up':
    'There is a key for the SCIM directory {name}, but no identity provider with this id.',
  'setup.cure.owners-directory-not-set-up': 'Add an identity provider with this directory id.',
  'setup.remark.owners-unlinked':
    '{name}: with several providers, which groups are its own is not known without reading its directory.',
  'setup.cure.owners-unlinked':
    'Give a SCIM key for it, or attest under Sources group by group who writes them.',
  'setup.remark.owners-nobody': '{name}: nobody is named who could be asked.',
  'setup.cure.owners-nobody': 'Name an identity owner, best two and a deputy.',
  'setup.remark.owners-nobody-active': '{name}: nobody who is named has an active account: {people}.',
  'setup.cure.owners-nobody-active': 'Name somebody else; what is handed over waits until then.',
  'setup.remark.owners-inactive': '{name}: the account of {people} is no longer active.',
  'setup.cure.owners-inactive': 'Name somebody in this place. The next one named is asked meanwhile.',
  'setup.remark.owners-untried': '{name}: Jira did not say whether {people} can be asked.',
  'setup.cure.owners-untried':
    'Test again in a few minutes; if it stays, let the Seatpath app browse users in Jira.',
  'setup.remark.owners-alone': '{name}: nobody but {people} can be asked.',
  'setup.cure.owners-alone': 'Name a second identity owner or a deputy.',
  'setup.remark.owners-active': '{name}: can be asked: {people}.',
  'setup.remark.owners-no-target': '{name}: no Jira project and issue type are chosen.',
  'setup.cure.owners-no-target': 'Choose both; until then route-outs are recorded and sent to nobody.',
  'setup.remark.owners-target-accepted': '{name}: the Seatpath app can create its issues in {project}.',
  'setup.remark.owners-target-refused':
    '{name}: Jira does not let the Seatpath app create issues in {project}.',
  'setup.cure.owners-target-refused':
    'Let the app browse the project and create issues there, or choose another project.',
  'setup.remark.owners-type-refused': '{name}: {project} takes no issues of the chosen type.',
  'setup.cure.owners-type-refused': 'Choose an issue type that the project has now.',
  'setup.remark.owners-target-untried': '{name}: Jira did not say whether {project} takes its issues.',
  'setup.cure.owners-target-untried': 'Test again in a few minutes.',

  'setup.remark.roles-second':
    'Can decide, and approve what the other asked for, as long as they administer this Jira: {people}.',
  'setup.remark.roles-alone': 'Nobody can approve what somebody else asked for: fewer than two can decide.',
  'setup.cure.roles-alone': 'Make a second person owner or reviewer.',
  'setup.remark.roles-inactive': 'No longer active, though with a role: {people}.',
  'setup.cure.roles-inactive': 'Remove the role, and give it to somebody else.',
  'setup.remark.roles-untried': 'Jira did not say whether there is a second person: {people}.',
  'setup.cure.roles-untried':
    'Test again in a few minutes; if it stays, let the Seatpath app browse users in Jira.',

  'setup.remark.prices-need-scan': 'Which products bill is not known before the first scan.',
  'setup.cure.prices-need-scan': 'Scan, then test again.',
  'setup.remark.prices-nothing-billed': 'No product bills a seat, so there is nothing to price.',
  'setup.remark.prices-none': {
    one: 'No price is recorded: what the seats of {count} product cost is not known.',
    other: 'No price is recorded: what the seats of {count} products cost is not known.',
  },
  'setup.cure.prices-none':
    'Record a pool from the quote or invoice. Without it everything but money is shown.',
  'setup.remark.prices-no-pool': 'In no pool, so that their seats are shown without money: {names}.',
  'setup.cure.prices-no-pool': 'Record a pool for them, or call them free under Plans.',
  'setup.remark.prices-no-bands': 'Without a price list: {names}.',
  'setup.cure.prices-no-bands': 'Record the prices from the quote or invoice.',
  'setup.remark.prices-beyond': {
    one: '{name}: the price list ends below the {count} seat that is billed.',
    other: '{name}: the price list ends below the {count} seats that are billed.',
  },
  'setup.cure.prices-beyond': 'Add the price bands above, or leave the last one open.',
  'setup.remark.prices-renewed-since':
    '{name}: it was renewed on {day}, after its prices were read; what was bought then is not known.',
  'setup.cure.prices-renewed-since': 'Record the new prices and the seats paid for.',
  'setup.remark.prices-quantity-unknown': 'How many seats are paid for is not known: {names}.',
  'setup.cure.prices-quantity-unknown': 'Record the seats paid for, from the quote or invoice.',
  'setup.remark.prices-known': 'Priced as recorded: {names}.',

  'setup.remark.review-next': 'The next review is due on {at} ({timeZone}).',
  'setup.remark.review-no-digest': 'No digest issue is wanted: a review is announced on this page alone.',
  'setup.remark.review-digest-accepted': 'The Seatpath app can create the digest issue in {project}.',
  'setup.remark.review-digest-refused':
    'Jira does not let the Seatpath app create the digest issue in {project}.',
  'setup.cure.review-digest-refused':
    'Let the app browse the project and create issues there, or choose another project.',
  'setup.remark.review-digest-type-refused': '{project} takes no issues of the type chosen for the digest.',
  'setup.cure.review-digest-type-refused': 'Choose an issue type that the project has now.',
  'setup.remark.review-digest-untried': 'Jira did not say whether {project} takes the digest issue.',
  'setup.cure.review-digest-untried': 'Test again in a few minutes.',
  'setup.remark.review-assignee-inactive':
    'The digest goes to {people}, whose account is no longer active: Jira would refuse the issue.',
  'setup.cure.review-assignee-inactive': 'Choose somebody else, or nobody.',
  'setup.remark.review-assignee-untried': 'Jira did not say whether the digest can go to {people}.',
  'setup.cure.review-assignee-untried': 'Test again in a few minutes.',

  'setup.remark.scim-none':
    'No SCIM key is stored: whom the identity provider calls inactive is not known, nor which directory a group is from.',
  'setup.cure.scim-none': 'Nothing has to be done; read below what such a key risks before you give one.',
  'setup.remark.scim-without-key': 'No key for {names}: whom it calls inactive is not known.',
  'setup.cure.scim-without-key':
    'Nothing has to be done; read below what such a key risks before you give one.',
  'setup.remark.scim-forgotten': '{name}: the key is noted here, but it was erased.',
  'setup.cure.scim-forgotten': 'Save it again, or a new one.',
  'setup.remark.scim-accepted': '{name}: the directory accepts the key.',
  'setup.remark.scim-refused': '{name}: the directory refuses the key.',
  'setup.cure.scim-refused':
    'A directory has one key: if a new one was made for the provider, save that one.',
  'setup.remark.scim-no-directory': '{name}: there is no such directory any more.',
  'setup.cure.scim-no-directory': 'Look up the directory id in Atlassian Administration.',
  'setup.remark.scim-untried': '{name}: the directory did not answer; whether the key holds is not known.',
  'setup.cure.scim-untried': 'Test again in a few minutes.',
  'setup.remark.scim-not-understood': '{name}: the directory answered something that cannot be read.',
  'setup.cure.scim-not-understood':
    'Test again later; if it stays, tell whoever runs Seatpath here: Atlassian may have changed its API.',
  'setup.remark.scim-expired': '{name}: the last day noted for the key, {day}, is past.',
  'setup.cure.scim-expired': 'Save the key that the provider uses now, or this one with its right day.',
  'setup.remark.scim-expires-soon': {
    one: '{name}: the key expires on {day}, in {count} day.',
    other: '{name}: the key expires on {day}, in {count} days.',
  },
  'setup.cure.scim-expires-soon': 'Agree with the identity owner when the directory gets its next key.',
  'setup.remark.scim-expiry-unknown': '{name}: nobody noted when the key expires.',
  'setup.cure.scim-expiry-unknown': 'Save the key once more, with its last day.',
} as const;
