import { type ReactNode } from 'react';
import { type SOURCE_SORTS, type SourceLine } from '../../../../src/contracts/views';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { ShortList } from '../parts/short-list';
import { type Column } from '../parts/grid-column';
import { formatNumber } from '../platform/format';
import { type Translate } from '../texts/texts';

type Sort = (typeof SOURCE_SORTS)[number];
type Counted = 'people' | 'seats' | 'seatsOnlyHere' | 'inactive' | 'scimInactive';

export function sourceColumns(t: Translate, locale: string): readonly Column<SourceLine, Sort>[] {
  const nothing = <span className="quiet">{t('cases.none')}</span>;
  const counted = (field: Counted, title: string, sort?: Sort): Column<SourceLine, Sort> => ({
    id: field,
    title,
    numeric: true,
    ...(sort === undefined ? {} : { sort }),
    draw: (line) => formatNumber(locale, line[field]),
  });
  const words = (text: string): ReactNode => (
    <span className="clamp" title={text}>
      {text}
    </span>
  );
  return [
    {
      id: 'group',
      title: t('sources.column.group'),
      sort: 'group',
      draw: (line) => <span className="strong">{words(line.groupName)}</span>,
    },
    {
      id: 'product',
      title: t('sources.column.product'),
      sort: 'product',
      draw: (line) => words(line.product),
    },
    { id: 'owner', title: t('sources.column.owner'), draw: (line) => <OwnerLozenge owner={line.owner} /> },
    {
      id: 'default-for',
      title: t('sources.column.default-for'),
      draw: (line) => (line.defaultFor === null ? nothing : words(line.defaultFor)),
    },
    { id: 'roles', title: t('sources.column.roles'), draw: (line) => words(line.roles.join(', ')) },
    counted('people', t('sources.column.people')),
    counted('seats', t('sources.column.seats'), 'seats'),
    counted('seatsOnlyHere', t('sources.column.seats-only-here'), 'seats-only-here'),
    counted('inactive', t('sources.column.inactive'), 'inactive'),
    counted('scimInactive', t('sources.column.scim-inactive')),
    {
      id: 'products',
      title: t('sources.column.products'),
      draw: (line) => {
        const others = line.products.filter((product) => product !== line.product);
        return others.length === 0 ? (
          nothing
        ) : (
          <ShortList items={others} show={2} name={(product) => product} />
        );
      },
    },
  ];
}
