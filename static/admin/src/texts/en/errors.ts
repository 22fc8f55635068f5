/** Title and cure of every code a reply may carry, and of the two that only the page can find. */
export const errorTexts = {
  'error.NOT_ALLOWED.title': 'You may not do this',
  'error.NOT_ALLOWED.cure': 'Ask an owner of Seatpath for a role that permits it.',
  'error.UNKNOWN_CALL.title': 'This page and the app do not fit together',
  'error.UNKNOWN_CALL.cure': 'Reload the page: the app was updated while it was open.',
  'error.BAD_INPUT.title': 'Something typed does not have the expected form',
  'error.BAD_INPUT.cure': 'Check the fields of this form and save again.',
  'error.NOT_SET_UP.title': 'A setting is missing',
  'error.NOT_SET_UP.cure': 'Open setup: the checklist at its top names what is missing.',
  'error.KEY_MISSING.title': 'No organization key is stored',
  'error.KEY_MISSING.cure': 'Open setup and save an organization API key.',
  'error.KEY_REFUSED.title': 'Atlassian refuses this key',
  'error.KEY_REFUSED.cure':
    'The key is expired, revoked, or of another organization. Create a new one in Atlassian Administration and save it in the free slot.',
  'error.KEY_UNSCOPED.title': 'This key has no scopes',
  'error.KEY_UNSCOPED.cure':
    'Such a key could change the whole organization, and Seatpath only needs to read. Create a key with scopes, or insist below.',
  'error.NOT_ORG_ADMIN.title': 'You do not administer this organization',
  'error.NOT_ORG_ADMIN.cure': 'Ask somebody who administers the organization to save the key here.',
  'error.ORG_UNREACHABLE.title': 'Atlassian’s organization API does not answer',
  'error.ORG_UNREACHABLE.cure': 'Nothing is lost. Try again in some minutes.',
  'error.ANSWER_NOT_UNDERSTOOD.title': 'An answer of Atlassian could not be read',
  'error.ANSWER_NOT_UNDERSTOOD.cure':
    'An API of Atlassian changed its shape. Seatpath shows nothing rather than something wrong; look for a newer version.',
  'error.SCAN_RUNNING.title': 'A scan is running already',
  'error.SCAN_RUNNING.cure': 'Its progress is shown at the top; wait until it has finished.',
  'error.NO_SNAPSHOT.title': 'No scan has finished yet',
  'error.NO_SNAPSHOT.cure': 'Start a scan and come back when it has finished.',
  'error.NOT_FOUND.title': 'This is no longer there',
  'error.NOT_FOUND.cure':
    'The last scan or the open review does not have it, or the link is old. Close this and look at the list.',
  'error.OUTCOME_NOT_PERMITTED.title': 'The owner of this path does not permit this outcome',
  'error.OUTCOME_NOT_PERMITTED.cure': 'Reload the case: it shows the outcomes that are permitted.',
  'error.MOVE_NOT_PERMITTED.title': 'This record has moved on',
  'error.MOVE_NOT_PERMITTED.cure':
    'Its state no longer permits this step. Look at the record again: it offers the steps that are left.',
  'error.SECOND_PERSON.title': 'Somebody else has to do this',
  'error.SECOND_PERSON.cure':
    'Nobody approves what they asked for, or what is about themselves. Ask another reviewer or owner.',
  'error.PROTECTED.title': 'This account is protected',
  'error.PROTECTED.cure':
    'No bulk touches it. Open its case to decide it on its own, or end the protection under Records.',
  'error.CYCLE_NOT_OPEN.title': 'This review is not open',
  'error.CYCLE_NOT_OPEN.cure':
    'It was closed, or the next one has opened. Look at the queue under Review, then decide there.',
  'error.EVIDENCE_INCOMPLETE.title': 'The record would lack evidence',
  'error.EVIDENCE_INCOMPLETE.cure':
    'Nothing was recorded. Provide what is named here, or scan again, then record it.',
  'error.EVIDENCE_BROKEN.title': 'The evidence chain does not hold',
  'error.EVIDENCE_BROKEN.cure':
    'Nothing is shown or recorded on what may have been changed. Under Records, “Check the chain” names the first entry that does not fit.',
  'error.JIRA_REFUSED.title': 'Jira refused',
  'error.JIRA_REFUSED.cure':
    'Check project and issue type under Setup, and whether the app may create issues there.',
  'error.CONFLICT.title': 'Somebody else changed this meanwhile',
  'error.CONFLICT.cure': 'Reload to see their change, then repeat yours if it is still wanted.',
  'error.INTERNAL.title': 'Seatpath has a defect here',
  'error.INTERNAL.cure': 'Try again; if it stays, report it with the time and the message shown.',
  'error.NO_ANSWER.title': 'The app did not answer',
  'error.NO_ANSWER.cure': 'Check the connection and try again.',
  'error.PAGE_OUTDATED.title': 'This page cannot read the app’s answer',
  'error.PAGE_OUTDATED.cure': 'Reload the page: the app was updated while it was open.',
} as const;
