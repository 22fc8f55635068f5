import { type ReviewRecord, type SourceChange } from '../../src/contracts/records';
import { type ChangePreview, type SourceView } from '../../src/contracts/review-views';
import { type SourceLine } from '../../src/contracts/views';
import { aRecord } from './example-records';
import { exampleToGroup } from './example-registers';
import { exampleSources, personAt } from './example-org';

/** One source as the app would tell it, with the records made of it meanwhile, the newest last. */
export function exampleSource(line: SourceLine, records: readonly ReviewRecord[]): SourceView {
  const mine = records.filter(
    (record) =>
      ('source' in record && record.source.groupId === line.groupId && record.source.ari === line.ari) ||
      ('groupId' in record && record.groupId === line.groupId),
  );
  const last = <K extends ReviewRecord['kind']>(
    ...kinds: K[]
  ): { record: Extract<ReviewRecord, { kind: K }>; version: number } | null => {
    const found = mine.findLast((record) => (kinds as string[]).includes(record.kind));
    return found === undefined ? null : { record: found as Extract<ReviewRecord, { kind: K }>, version: 1 };
  };
  const before =
    line.intent === 'none' || line.intent === 'redesign'
      ? null
      : {
          record: aRecord('intent', {
            source: { groupId: line.groupId, ari: line.ari },
            state: line.intent === 'void' ? 'void' : 'standing',
          }),
          version: 1,
        };
  const decided = last('intent', 'redesign') ?? before;
  return {
    line,
    edges: {
      membership: {
        owner: line.owner,
        sentence: `Administrators of the organization edit who is in ${line.groupName}.`,
      },
      grant: { sentence: `${line.groupName} grants the role User on ${line.product}.` },
    },
    rule: {
      because: 'Nothing syncs the group, and it is no default group.',
      url: 'https://support.atlassian.com/user-management/docs/default-groups-and-permissions/',
      checked: '2026-11-20',
    },
    claimStatuses: [
      { name: 'managed', people: line.people - line.external, seats: line.seats - line.external },
      { name: 'unmanaged', people: line.external, seats: line.external },
    ],
    domains: [
      { name: 'northwind.example', people: line.people - line.external - 40, seats: line.seats - 140 },
      { name: 'northwind-labs.example', people: 40, seats: 38 },
      ...['gmail.com', 'outlook.com', 'agency.example', 'freelance.example', 'partner.example'].map(
        (name, index) => ({ name, people: 20 - index, seats: 18 - index }),
      ),
    ],
    overlap:
      line.overlap === null
        ? []
        : [
            {
              groupId: 'group-contractors',
              groupName: line.overlap.groupName,
              owner: 'idp-owned',
              seats: line.overlap.seats,
            },
            { groupId: 'group-managers', groupName: 'managers', owner: 'idp-owned', seats: 112 },
          ],
    grants: exampleSources()
      .filter(({ groupId }) => groupId === line.groupId)
      .map(({ ari, product, roles, defaultFor, seats }) => ({ ari, product, roles, defaultFor, seats })),
    decision: decided && { ...decided, toGroupName: exampleToGroup(decided.record) },
    voidBecause:
      line.intent === 'void' ? 'It holds 3,280 seats now; the decision was for at most 3,100.' : null,
    attestation: last('source-attestation'),
    stewardship: last('stewardship'),
    otherGroups: [
      { groupId: 'group-everyone-emea', groupName: 'everyone-emea' },
      { groupId: 'group-project-atlas', groupName: 'project-atlas' },
    ],
    suggestion: {
      do: line.overlap === null ? 'intend' : 'redesign',
      because:
        line.overlap === null
          ? 'It is synced, and nearly everybody in it is active.'
          : `${line.overlap.seats} of its seats are held by ${line.overlap.groupName} too.`,
    },
    suggestedChange: line.overlap === null ? null : { do: 'revoke-grant' },
    people: [0, 1, 2, 3].map(personAt),
  };
}

/** What a change would do; a default group that is the only one cannot stop being one. */
export function examplePreview(change: SourceChange): ChangePreview {
  const people = Array.from({ length: 50 }, (_, position) => personAt(position));
  return {
    change,
    refused: change.do === 'unset-default' ? 'The role User on Jira needs one default group at least.' : null,
    losesAccess: { count: 1_264, hash: 'hash-of-1264', people },
    losesSeat: { count: 1_204, hash: 'hash-of-1204', people },
    keptBy: [
      { groupName: 'contractors', seats: 840 },
      { groupName: 'jira-users', seats: 112 },
    ],
    warnings: ['34 of them have never been active: nobody would notice.'],
  };
}
