import type { Input } from '../../contracts/api';
import { ANSWER_DAYS, type RouteOut } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { speaksFor } from '../../review/mandate';
import { answered } from '../../review/route-outs/answers';
import { actorOf } from '../authorise';
import { UseCaseError } from '../errors';
import { recordScope } from '../records/record-scope';
import { Conflict, type CallerContext, type Ports } from '../ports';

/**
 * Stores what an identity owner says of one person. Throws NOT_ALLOWED for anybody else, MOVE_NOT_PERMITTED where
 * the row takes no such answer now, BAD_INPUT where a day is missing or over.
 */
export async function answerRouteOut(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { recordId, version, says, until }: Input<'route-outs/answer'>,
): Promise<RouteOut> {
  const found = await ports.records.get(recordId);
  const mayI = await recordScope(ports, settings, caller, 'route-out');
  if (found?.record.kind !== 'route-out' || !mayI(found.record)) {
    throw new UseCaseError('NOT_FOUND', 'There is no such route-out.');
  }
  const { idpId, row } = found.record;
  if (!speaksFor(actorOf(settings, caller), idpId, row.groupId)) {
    throw new UseCaseError(
      'NOT_ALLOWED',
      `Only an identity owner of ${found.record.idpName} answers for it.`,
    );
  }
  const now = ports.clock.now();
  const at = new Date(now).toISOString();
  const day = ANSWER_DAYS[says];
  if (day === 'needed' && (until === null || until < at.slice(0, 10))) {
    throw new UseCaseError('BAD_INPUT', 'Name the day it is planned for; it cannot be over.');
  }
  if (found.version !== version) throw new Conflict('the record moved on');
  const answer = {
    says,
    by: caller.accountId,
    at,
    until: day === 'none' ? null : until,
    through: 'page',
  } as const;
  const next = answered(found.record, answer);
  if (next === null) {
    throw new UseCaseError('MOVE_NOT_PERMITTED', 'As it stands, the row takes no such answer.');
  }
  await ports.records.save(next, version);
  return next;
}
