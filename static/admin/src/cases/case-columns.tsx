import { type Format } from '../platform/format';
import { type CaseLine, type CASE_SORTS } from '../../../../src/contracts/case-views';
import { ROW_DECISIONS } from '../../../../src/contracts/records';
import { tellActivity } from '../parts/activity-text';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { PersonName } from '../parts/person-name';
import { ProtectedMark } from '../parts/protected-mark';
import { ShortList } from '../parts/short-list';
import { type Column } from '../grid/grid-column';
import { type Translate } from '../texts/texts';

type Sort = (typeof CASE_SORTS)[number];

/** The columns of the decision table. A lane says who owns a change; only a finding says that one is wanted. */
export function caseColumns(t: Translate, format: Format): readonly Column<CaseLine, Sort>[] {
  const nothing = <span className="quiet">{t('cases.none')}</span>;
  return [
    {
      id: 'account',
      least: 104,
      share: 1.2,
      title: t('cases.column.account'),
      hint: t('cases.column.account.hint'),
      sort: 'account',
      draw: (line) => (
        <span className="cases__person">
          <span className={`strong ${line.protectedAs === null ? 'clamp' : 'one-line'}`}>
            <PersonName person={line.person} />
          </span>
          {line.protectedAs !== null && <ProtectedMark as={line.protectedAs} />}
        </span>
      ),
    },
    {
      id: 'product',
      least: 92,
      share: 1,
      title: t('cases.column.product'),
      sort: 'product',
      draw: (line) => (
        <span className="clamp" title={line.product}>
          {line.product}
        </span>
      ),
    },
    {
      id: 'seat',
      least: 92,
      title: t('cases.column.seat'),
      draw: (line) => (
        <span className={`seat seat--${String(line.billable)}`}>{t(`seat.${line.billable}`)}</span>
      ),
    },
    {
      id: 'paths',
      least: 140,
      share: 1,
      title: t('cases.column.paths'),
      sort: 'paths',
      draw: (line) => (
        <span className="paths">
          <span className="paths__count" title={t('cases.paths.count', { count: line.paths.length })}>
            {line.paths.length}
          </span>
          <ShortList
            items={line.owners}
            show={2}
            name={(owner) => t(`owner.${owner}`)}
            draw={(owner) => <OwnerLozenge owner={owner} />}
          />
        </span>
      ),
    },
    {
      id: 'signals',
      least: 124,
      share: 1.3,
      title: t('cases.column.signals'),
      draw: (line) =>
        line.signals.length === 0 ? (
          nothing
        ) : (
          <ShortList items={line.signals} show={2} name={(signal) => t(`signal.${signal}`)} />
        ),
    },
    {
      id: 'findings',
      least: 124,
      share: 1.3,
      title: t('cases.column.findings'),
      sort: 'findings',
      draw: (line) =>
        line.findings.length === 0 ? (
          <span className="quiet">{t('cases.healthy')}</span>
        ) : (
          <ShortList items={line.findings} show={2} name={(finding) => t(`finding.${finding}`)} />
        ),
    },
    {
      id: 'last-active',
      least: 84,
      share: 0.7,
      title: t('cases.column.last-active'),
      sort: 'last-active',
      draw: (line) => tellActivity(t, format, line.activity),
    },
    {
      id: 'lane',
      least: 108,
      share: 1,
      title: t('cases.column.lane'),
      hint: t('cases.column.lane.hint'),
      draw: (line) =>
        line.decisions.length === 0 ? (
          nothing
        ) : (
          <ShortList items={line.decisions} show={2} name={(lane) => t(`lane.${lane}`)} />
        ),
    },
    {
      id: 'records',
      least: 76,
      share: 0.6,
      title: t('cases.column.records'),
      draw: ({ records }) => {
        const made = ROW_DECISIONS.filter((kind) => (records[kind] ?? 0) > 0);
        return made.length === 0 ? (
          nothing
        ) : (
          <ShortList
            items={made}
            show={2}
            name={(kind) => t(`cases.records.${kind}`, { count: records[kind] ?? 0 })}
          />
        );
      },
    },
  ];
}
