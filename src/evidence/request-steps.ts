import type { MembershipWay, RequestKind } from '../contracts/route-outs';

/** What nobody should do in answer to a request, and why. */
export const LEAVE_ALONE =
  'Please do not unassign the whole app and do not deactivate the account: other access may depend on either.';

/** It is a question first: nobody loses what he works with. */
const STILL_NEEDED = 'Whoever still needs the seat keeps it: answer “needs access”. For the others:';

/** How a membership is ended, by how people get into the group. */
const membershipSteps: Readonly<Record<MembershipWay, readonly string[]>> = {
  manual: ['Take the people above out of the group at the identity provider.'],
  'access-request': [
    'End the access packages or requests through which the people above got into the group.',
  ],
  ad: ['Take the people above out of the group in the directory that it is synchronized from.'],
  rule: ['Change the rule so that it no longer matches the people above, or exclude them from it.'],
  dynamic: ['Change the membership rule, or the attribute that it reads, for the people above.'],
  hr: ['Have the entry in the system of record changed that puts the people above into the group.'],
  unknown: [
    'Take the people above out of the group at the identity provider.',
    'If a rule puts them there, say so in a comment: taken out by hand they would come back.',
  ],
};

/** What is asked for, step by step. */
export function stepsFor(request: RequestKind, membership: MembershipWay): readonly string[] {
  switch (request) {
    case 'membership':
    case 'rule-change':
      return [STILL_NEEDED, ...membershipSteps[membership]];
    case 'design':
      return [
        'Decide whether this group should give the product to all of its members, or only to those who work with it.',
        'If only to some: put those into a group of their own, and tell us its name; its grant is made on our side.',
        'Until then, answer for the people above one by one where you can.',
      ];
    case 'leaver-check':
      return [
        'Check whether the people above have left.',
        'If so, take them out of the group, so that the next sync ends the access; if not, activate them again.',
      ];
    case 'profile':
      return ['Tell how people get into this group, in a comment or in Seatpath.'];
  }
}

/** The outcome that is wanted, as the first sentence of an issue says it. */
export function outcomeOf(request: RequestKind, people: number): string {
  const who = people === 1 ? '1 person' : `${people} people`;
  switch (request) {
    case 'membership':
    case 'rule-change':
      return people === 1
        ? 'unless the seat is still needed, 1 person keeps the account and no longer holds a seat through this group.'
        : `unless the seats are still needed, ${who} keep their accounts and no longer hold a seat through this group.`;
    case 'design':
      return `that this group gives a seat to whom it is meant for; ${who} of it ${people === 1 ? 'is' : 'are'} in question.`;
    case 'leaver-check':
      return `whether ${who}, deactivated at the identity provider, ${people === 1 ? 'has' : 'have'} left; whoever has holds no seat any more.`;
    case 'profile':
      return 'how people get into this group.';
  }
}
