import { useCallback, useMemo } from 'react';
import { type Output } from '../../../../src/contracts/api';
import { type RegisterKind } from '../../../../src/contracts/records';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { DownloadButton } from '../parts/download-button';
import { Empty } from '../parts/empty';
import { StateView } from '../parts/state-view';
import { useWays, type WayTo } from '../parts/use-ways';
import { dayAfter } from '../platform/format';
import { type RegisterFilter } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { joinPieces } from '../states/use-download';
import { useToday } from '../states/use-today';
import { useTyped } from '../states/use-typed';
import { columnsOf } from './columns-of';
import { canEnd, filterRegister } from './filter-register';
import { Protections } from './protections';
import { OverridesMeasured } from './overrides-measured';
import { RecordPanel } from './record-panel';
import { RecordTable } from './record-table';
import { RegisterCount } from './register-count';
import { RegisterFilters } from './register-filters';

/** Where the first record of a kind is made; null where a form stands above. */
const BEGUN_AT: Readonly<Record<RegisterKind, WayTo | null>> = {
  'route-out': 'cases',
  exception: 'cases',
  hold: 'cases',
  keep: 'cases',
  'local-action': 'cases',
  'boundary-exception': 'cases',
  'override-attempt': 'cases',
  intent: 'sources',
  redesign: 'sources',
  'source-attestation': 'sources',
  stewardship: 'sources',
  'settings-attestation': 'review',
  protection: null,
};

interface Props {
  kind: RegisterKind;
  filter: RegisterFilter;
  /** The id of the record at the right. */
  open: string | null;
}

/** One register: what it is, what stands in it, and for protections the way to add to it. */
export function Register({ kind, filter, open }: Props) {
  const { t } = useServices();
  const answer = useAnswer('registers/list', { kind });
  const reload = (): void => void answer.load();
  return (
    <div className="register">
      <p className="quiet">{t(`register.${kind}.body`)}</p>
      {kind === 'boundary-exception' && <OverridesMeasured />}
      <StateView state={useStore(answer)} retry={reload}>
        {(list) => (
          <>
            {kind === 'protection' && <Protections lines={list.lines} reload={reload} />}
            <Lines kind={kind} filter={filter} open={open} {...list} />
          </>
        )}
      </StateView>
    </div>
  );
}

function Lines({ kind, filter, open, lines, elsewhere }: Props & Output<'registers/list'>) {
  const { t, format, routes, call } = useServices();
  const wayTo = useWays();
  const today = useToday();
  const openOne = useCallback(
    (id: string | null): void => {
      const now = routes.get();
      if (now.tab === 'records') routes.go({ ...now, open: id });
    },
    [routes],
  );
  const columns = useMemo(
    () => columnsOf(kind, { t, format, routes, open: openOne }),
    [kind, t, format, routes, openOne],
  );
  const filtered = useMemo(() => filterRegister(t, lines, filter), [t, lines, filter]);
  const narrow = (change: Partial<RegisterFilter>, how: 'push' | 'replace'): void => {
    const now = routes.get();
    if (now.tab === 'records') routes.go({ ...now, filter: { ...now.filter, ...change } }, how);
  };
  const typed = useTyped((text) => narrow({ text }, 'replace'));
  const step = (change: Partial<RegisterFilter>): void => {
    typed.settle();
    narrow(change, 'push');
  };
  const none = lines.length === 0;
  const begun = BEGUN_AT[kind];
  return (
    <div className="register__lines">
      {!none && (
        <RegisterFilters
          kind={kind}
          filter={filter}
          typed={typed}
          counts={filtered.counts}
          chooseState={(state) => step({ state })}
        />
      )}
      {lines.length + elsewhere > 0 && (
        <div className="register__head">
          <RegisterCount kind={kind} shown={filtered.lines} total={lines.length} elsewhere={elsewhere} />
          {!none && (
            <DownloadButton
              label={t('register.file')}
              fetchFile={(progress) =>
                joinPieces(`seatpath-${kind}-${dayAfter(today, 0)}.csv`, progress, (from) =>
                  call('exports/register', { kind, from }),
                )
              }
            />
          )}
        </div>
      )}
      {none && (
        <Empty
          title={t(`register.${kind}.empty`)}
          body={t(`register.${kind}.how`)}
          action={begun === null ? undefined : wayTo(begun)}
        />
      )}
      {!none && filtered.lines.length === 0 && (
        <Empty
          title={t('register.no-match.title')}
          body={t('register.no-match.body', { count: lines.length })}
          action={{
            label: t('empty.no-match.action'),
            run: () => step({ state: null, text: '' }),
          }}
        />
      )}
      {filtered.lines.length > 0 && (
        <RecordTable
          caption={t(`register.${kind}`)}
          columns={columns}
          lines={sorted(filtered.lines)}
          idOf={({ record }) => record.id}
          quiet={({ inForce }) => canEnd(kind) && !inForce}
        />
      )}
      {open !== null && (
        <RecordPanel
          key={open}
          line={lines.find(({ record }) => record.id === open)}
          columns={columnsOf(kind, { t, format, routes, open: null })}
          close={() => openOne(null)}
        />
      )}
    </div>
  );
}

/** What holds first, and of each the newest first. */
function sorted(lines: readonly RegisterLine[]): RegisterLine[] {
  return [...lines].sort(
    (a, b) => Number(b.inForce) - Number(a.inForce) || b.record.recordedAt.localeCompare(a.record.recordedAt),
  );
}
