import { useMemo } from 'react';
import { type RecordKind } from '../../../../src/contracts/records';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { Empty } from '../parts/empty';
import { StateView } from '../parts/state-view';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { columnsOf } from './columns-of';
import { Protections } from './protections';
import { RecordTable } from './record-table';
import { RegisterCount } from './register-count';

/** One register: what it is, what stands in it, and for protections the way to add to it. */
export function Register({ kind }: { kind: RecordKind }) {
  const services = useServices();
  const { t, locale, routes } = services;
  const answer = useAnswer('registers/list', { kind });
  const reload = (): void => void answer.load();
  const columns = useMemo(() => columnsOf(kind, { t, locale, routes }), [kind, t, locale, routes]);
  return (
    <div className="register">
      <p className="quiet">{t(`register.${kind}.body`)}</p>
      <StateView state={useStore(answer)} retry={reload}>
        {({ lines, elsewhere }) => (
          <>
            {kind === 'protection' && <Protections lines={lines} reload={reload} />}
            {lines.length + elsewhere > 0 && (
              <RegisterCount
                records={lines.length}
                inForce={lines.filter(({ inForce }) => inForce).length}
                elsewhere={elsewhere}
              />
            )}
            {lines.length === 0 ? (
              <Empty title={t(`register.${kind}.empty`)} body={t(`register.${kind}.how`)} />
            ) : (
              <RecordTable
                caption={t(`register.${kind}`)}
                columns={columns}
                lines={sorted(lines)}
                idOf={({ record }) => record.id}
                quiet={({ inForce }) => !inForce}
              />
            )}
          </>
        )}
      </StateView>
    </div>
  );
}

/** What holds first, and of each the newest first. */
function sorted(lines: readonly RegisterLine[]): RegisterLine[] {
  return [...lines].sort(
    (a, b) => Number(b.inForce) - Number(a.inForce) || b.record.recordedAt.localeCompare(a.record.recordedAt),
  );
}
