import { laneOfOwner } from '../../src/decision/lanes';
import { ownershipRules } from '../../src/ownership/rules';
import { type ReviewRecord, type SourceChange } from '../../src/contracts/records';
import { type ChangePreview, type SourceView } from '../../src/contracts/review-views';
import { type SourceLine } from '../../src/contracts/source-views';
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
        sentence: laneOfOwner[line.owner].because,
      },
      grant: {
        sentence:
          'The grant of the group to the product is always this organization’s: its administrators can revoke it, whoever writes the members.',
      },
    },
    rule: {
      because: ownershipRules.find(({ owner }) => owner === line.owner)!.because,
      url: 'https://support.atlassian.com/user-management/docs/default-groups-and-permissions/',
      checked: '2026-11-20',
    },
    entries: [
      { cause: 'first-access', people: line.people - 30, seats: line.seats - 30 },
      { cause: 'unknown', people: 30, seats: 30 },
    ],
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
    voidBecause: line.intent === 'void' ? 'It holds 3280 seats; it was decided for 2838 at most.' : null,
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
          ? 'A local group that is wanted is decided once, for everybody who comes in as expected.'
          : `${line.overlap.seats} of its ${line.seats} seats are held by a synced group as well: newcomers need not come in here.`,
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
    refused: change.do === 'unset-default' ? 'The group is no default here.' : null,
    losesAccess: { count: 1_264, hash: 'hash-of-1264', people },
    losesSeat: { count: 1_204, hash: 'hash-of-1204', people },
    keptBy: [
      { groupName: 'contractors', seats: 840 },
      { groupName: 'jira-users', seats: 112 },
    ],
    warnings: [
      'Not read: the own roles of 34 of those listed. With a role of their own they keep the product.',
    ],
  };
}
