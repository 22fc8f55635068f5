import type { Input, Output } from '../../contracts/api';
import type { ReviewRecord } from '../../contracts/records';
import type { RegisterLine } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import type { Snapshot } from '../../contracts/snapshot';
import { isInForce } from '../../review/standing';
import { loadSnapshot } from '../decision-table';
import { namePeople } from '../people';
import type { CallerContext, Ports } from '../ports';
import { groupNameIn, toGroupNameOf } from './group-names';
import { accountOf, mentionedIn } from './mentioned-in';
import { movesFor } from './move-record';
import { ariOf, groupOf, recordScope } from './record-scope';

/** All records of one kind that the person may see, newest first, with what he may do to each. */
export async function listRegister(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { kind }: Input<'registers/list'>,
): Promise<Output<'registers/list'>> {
  const current = await ports.snapshots.current();
  const snapshot = current && (await loadSnapshot(ports, current));
  const all = await ports.records.listStored(kind);
  const mayI = await recordScope(ports, settings, caller, kind);
  const stored = all.filter(({ record }) => mayI(record));
  const personOf = await namePeople(
    ports,
    settings,
    stored.flatMap(({ record }) => mentionedIn(record)),
  );
  const movesOf = movesFor(settings, caller);
  const now = ports.clock.now();
  const lines = stored.map(({ record, version }): RegisterLine => {
    const account = accountOf(record);
    return {
      record,
      version,
      subject: {
        person: account === null ? null : personOf(account),
        product: nameOfProduct(snapshot, ariOf(record)),
        groupName: nameOfGroup(snapshot, record),
        toGroupName: toGroupNameOf(snapshot, record),
        site: record.kind === 'settings-attestation' ? record.cloudId : null,
      },
      inForce: isInForce(record, now),
      moves: movesOf(record),
      people: [...new Set(mentionedIn(record))].map(personOf),
    };
  });
  // At the desk there is no elsewhere: how much others are asked is not told there.
  return { lines, elsewhere: caller.mandate === null ? all.length - lines.length : 0 };
}

const nameOfProduct = (snapshot: Snapshot | null, ari: string | null): string | null =>
  ari === null ? null : (snapshot?.resources.find((one) => one.ari === ari)?.name ?? ari);

function nameOfGroup(snapshot: Snapshot | null, record: ReviewRecord): string | null {
  if ('evidence' in record) return record.evidence.groupName;
  const groupId = groupOf(record);
  return groupId === null ? null : (groupNameIn(snapshot, groupId) ?? groupId);
}
