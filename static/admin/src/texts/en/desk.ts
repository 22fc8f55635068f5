/** The page of identity owners, beside what it shares with the board of what is handed over. */
export const deskTexts = {
  'desk.title': 'Identity owner’s desk',
  'desk.speaks': 'You speak for {names}.',
  'desk.group': 'the group {group} at {provider}',
  'desk.body':
    'Seatpath asks here about access that your identity provider writes. Nothing is changed by an answer: you change it at the provider, and Seatpath looks whether it happened.',
  'desk.nobody.title': 'This desk is for identity owners',
  'desk.nobody.body':
    'Nobody named you as the owner or deputy of an identity provider, or of one of its groups. An owner of Seatpath names identity owners in its setup.',
  'desk.nothing.title': 'Nothing is asked of you now',
  'desk.nothing.body':
    'No issue is under way, and nobody waits for your word. What is asked next stands here, and in a Jira issue assigned to you.',
  'desk.exceptions': 'Waits for your word',
  'desk.exceptions.body':
    'An administrator asks to remove by hand, once, what your provider writes. Whoever asked may not be the one who agrees.',
} as const;
