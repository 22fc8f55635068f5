import { type SourceLine } from '../../src/contracts/source-views';
import { aRecord } from './example-records';
import { examplePreview, exampleSource } from './example-source';
import { exampleSources, personAt, SCAN_ID } from './example-org';
import { type KeptRecords } from './kept-records';
import { failure, type Replies } from './replies';

type SourceCall = Extract<keyof Replies, `sources/${string}`>;

/** What the app answers about sources and decisions on them. */
export function sourceReplies({ all, keep }: KeptRecords): Pick<Replies, SourceCall> {
  const sources = exampleSources();
  const sourceOf = (groupId: string, ari: string): SourceLine | undefined =>
    sources.find((line) => line.groupId === groupId && line.ari === ari);

  return {
    'sources/list': ({ ari, text, sort, offset, limit }) => {
      const matched = sources
        .filter((line) => (ari === null || line.ari === ari) && line.groupName.includes(text))
        .sort((a, b) => (sort === 'group' ? a.groupName.localeCompare(b.groupName) : b.seats - a.seats));
      const lines = matched.slice(offset, offset + limit);
      return { scanId: SCAN_ID, total: sources.length, matched: matched.length, lines };
    },
    'sources/get': ({ groupId, ari }) => {
      const line = sourceOf(groupId, ari);
      if (line === undefined) return failure('NOT_FOUND', 'The last scan has no such source.');
      return exampleSource(line, all);
    },
    'sources/simulate': ({ change }) => examplePreview(change),
    'sources/intend': ({ source, reason, steward, population, cap, expiresOn }) => {
      const line = sourceOf(source.groupId, source.ari)!;
      line.intent = 'proposed';
      line.steward = personAt(3);
      return keep(
        aRecord('intent', { state: 'proposed', source, reason, steward, population, cap, expiresOn }),
      );
    },
    'sources/redesign': ({ source, reason, change }) => {
      sourceOf(source.groupId, source.ari)!.intent = 'redesign';
      return keep(aRecord('redesign', { source, reason, change }));
    },
    'sources/attest': ({ groupId, reason, says, idpId, expiresOn }) =>
      keep(aRecord('source-attestation', { groupId, reason, says, idpId, expiresOn })),
    'sources/steward': ({ groupId, reason, steward, expiresOn }) =>
      keep(aRecord('stewardship', { groupId, reason, steward, expiresOn })),
  };
}
