import Lozenge from '@atlaskit/lozenge';
import { type ReactNode } from 'react';
import { type SOURCE_SORTS, type SourceLine } from '../../../../src/contracts/source-views';
import { IntentLozenge } from '../parts/intent-lozenge';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { PersonName } from '../parts/person-name';
import { type Column } from '../grid/grid-column';
import { TwoLines } from '../parts/two-lines';
import { type Format } from '../platform/format';
import { type Translate } from '../texts/texts';

type Sort = (typeof SOURCE_SORTS)[number];
type Counted = 'people' | 'seats' | 'seatsOnlyHere' | 'inactive' | 'scimInactive' | 'external';

/** One line a source: what it is, what comes through it, and what was decided about it as a whole. */
export function sourceColumns(t: Translate, format: Format): readonly Column<SourceLine, Sort>[] {
  const counted = (field: Counted, title: string, least: number, sort?: Sort): Column<SourceLine, Sort> => ({
    id: field,
    title,
    numeric: true,
    least,
    ...(sort === undefined ? {} : { sort }),
    draw: (line) => format.number(line[field]),
  });
  const alsoGrants = (line: SourceLine): ReactNode => {
    const others = line.products.filter((product) => product !== line.product);
    return (
      others.length > 0 && (
        <span className="quiet">
          <span aria-hidden>{t('list.plus', { count: others.length })}</span>
          <span className="sr-only">{t('sources.also-grants', { count: others.length })}</span>
        </span>
      )
    );
  };
  return [
    {
      id: 'group',
      least: 136,
      share: 1.6,
      title: t('sources.column.group'),
      sort: 'group',
      draw: (line) => (
        <TwoLines
          first={
            <b className="strong" title={line.groupName}>
              {line.groupName}
            </b>
          }
          second={<span title={line.roles.join(', ')}>{line.roles.join(', ')}</span>}
        />
      ),
    },
    {
      id: 'product',
      least: 118,
      share: 1,
      title: t('sources.column.product'),
      sort: 'product',
      draw: (line) => (
        // What tells products apart is the site at the end of the name: it takes the second line.
        <span className="sources__product" title={line.products.join(', ')}>
          <span className="clamp">{line.product}</span>
          {alsoGrants(line)}
        </span>
      ),
    },
    {
      id: 'owner',
      least: 108,
      share: 0.8,
      title: t('sources.column.owner'),
      draw: (line) => (
        <TwoLines
          first={<OwnerLozenge owner={line.owner} />}
          second={
            line.legacy ? (
              <Lozenge appearance="warning">{t('sources.legacy')}</Lozenge>
            ) : (
              line.defaultFor !== null && t('sources.default-for', { role: line.defaultFor })
            )
          }
        />
      ),
    },
    counted('seats', t('sources.column.seats'), 76, 'seats'),
    counted('seatsOnlyHere', t('sources.column.seats-only-here'), 72, 'seats-only-here'),
    counted('people', t('sources.column.people'), 68),
    counted('inactive', t('sources.column.inactive'), 80, 'inactive'),
    counted('scimInactive', t('sources.column.scim-inactive'), 60),
    counted('external', t('sources.column.external'), 60),
    {
      id: 'overlap',
      least: 104,
      share: 1,
      title: t('sources.column.overlap'),
      draw: ({ overlap }) =>
        overlap === null ? (
          <span className="quiet">{t('cases.none')}</span>
        ) : (
          <TwoLines
            first={<span>{t('sources.overlap', { count: overlap.seats })}</span>}
            second={
              <span title={overlap.groupName}>{t('sources.overlap.with', { group: overlap.groupName })}</span>
            }
          />
        ),
    },
    {
      id: 'decision',
      least: 104,
      share: 1,
      title: t('sources.column.decision'),
      draw: (line) => (
        <TwoLines
          first={<IntentLozenge intent={line.intent} />}
          second={line.steward !== null && <PersonName person={line.steward} />}
        />
      ),
    },
  ];
}
