import { type Replies } from './replies';

const HASHES = ['a', 'b', 'c'].map((letter) => letter.repeat(64));

type EvidenceCall = Extract<keyof Replies, `evidence/${string}`>;

/** A record of two links under a rule, and a chain of two pieces that holds. */
export function evidenceReplies(): Pick<Replies, EvidenceCall> {
  return {
    'evidence/get': () => ({
      source: { url: 'https://support.atlassian.com/provisioning-users/docs/groups/', checked: '2026-11-20' },
      links: [
        { sequence: 41, previous: HASHES[0]!, hash: HASHES[1]!, at: '2026-11-16T09:00:00.000Z' },
        { sequence: 57, previous: HASHES[1]!, hash: HASHES[2]!, at: '2026-11-23T09:00:00.000Z' },
      ],
    }),
    'evidence/check': ({ at }) => {
      const none = { first: null, last: null, misfit: null };
      if (at?.of === 'records') return { of: 'records', done: 120, total: 120, ...none, next: null };
      const times = { first: '2026-09-07T09:00:00.000Z', last: '2026-11-23T09:00:00.000Z' };
      return at === null
        ? {
            of: 'links',
            done: 100,
            total: 180,
            ...none,
            ...times,
            next: { of: 'links', sequence: 100, hash: HASHES[0]! },
          }
        : { of: 'links', done: 180, total: 180, ...none, ...times, next: { of: 'records', from: 0 } };
    },
  };
}
