import type { Input } from '../../contracts/api';
import type { RecordProof } from '../../contracts/evidence-views';
import type { ReviewRecord } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { momentOf, readBound } from '../../evidence/bound';
import { ownershipRules } from '../../ownership/rules';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { recordScope } from '../records/record-scope';

/** What a record rests on beyond its own words: the page of its rule, and its links in the chain. Throws NOT_FOUND. */
export async function getEvidence(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { recordId }: Input<'evidence/get'>,
): Promise<RecordProof> {
  const found = await ports.records.get(recordId);
  const maySee =
    found !== null && (await recordScope(ports, settings, caller, found.record.kind))(found.record);
  if (!maySee) throw new UseCaseError('NOT_FOUND', 'There is no such record.');
  const links = await ports.chain.linksOf(recordId);
  return {
    source: sourceOf(found.record),
    links: links.map(({ sequence, previous, hash, body }) => ({
      sequence,
      previous,
      hash,
      at: momentOf(readBound(body)),
    })),
  };
}

function sourceOf(record: ReviewRecord): RecordProof['source'] {
  const ruleId = 'evidence' in record ? record.evidence.rule : null;
  const rule = ownershipRules.find(({ id }) => id === ruleId);
  return rule === undefined ? null : { url: rule.source, checked: rule.checked };
}
