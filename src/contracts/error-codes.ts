/** Every code a reply may carry, with what it means. The page has a cure for each under the same key. */
export const errorCodes = {
  NOT_ALLOWED: 'the caller may not make this call',
  UNKNOWN_CALL: 'the call table has no such call',
  BAD_INPUT: 'the input does not have the shape of the call',
  NOT_SET_UP: 'a setting that the call needs is missing',
  KEY_MISSING: 'no organization API key is stored',
  KEY_REFUSED: 'the organization API refuses the key',
  KEY_UNSCOPED: 'the key has no scopes: it could change the organization',
  NOT_ORG_ADMIN: 'the caller does not administer the organization',
  ORG_UNREACHABLE: 'the organization API does not answer',
  ANSWER_NOT_UNDERSTOOD: 'an answer of an Atlassian API has a shape that cannot be read',
  SCAN_RUNNING: 'a scan is running already',
  NO_SNAPSHOT: 'no scan has finished yet',
  NOT_FOUND: 'there is no such case, row or record',
  OUTCOME_NOT_PERMITTED: 'the owner of the path does not permit this outcome',
  MOVE_NOT_PERMITTED: 'the state of the record does not permit this move',
  SECOND_PERSON:
    'somebody else has to do this: nobody approves their own request, or what is about themselves',
  PROTECTED: 'the account is protected: it is decided on its own, never in a bulk',
  CYCLE_NOT_OPEN: 'the review cycle is not open, or another one is',
  EVIDENCE_INCOMPLETE: 'an item that the record must hold is missing',
  EVIDENCE_BROKEN: 'the evidence chain does not hold: what was decided cannot be told',
  JIRA_REFUSED: 'Jira refused to create or read the issue',
  CONFLICT: 'somebody else changed this meanwhile',
  INTERNAL: 'a defect of Seatpath',
} as const;
export type ErrorCode = keyof typeof errorCodes;
export const ERROR_CODES = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];
