import { type SourceLine } from '../../../../src/contracts/source-views';
import { Figures } from '../parts/figures';
import { useServices } from '../services';

/** How many come through the source, and how many of them would be free without it. */
export function SourceNumbers({ line }: { line: SourceLine }) {
  const { t } = useServices();
  return (
    <Figures
      figures={[
        { name: t('sources.column.seats'), value: line.seats },
        { name: t('sources.column.seats-only-here'), value: line.seatsOnlyHere, hint: t('source.only-here') },
        { name: t('sources.column.people'), value: line.people },
        { name: t('sources.column.inactive'), value: line.inactive },
        { name: t('sources.column.scim-inactive'), value: line.scimInactive },
        { name: t('sources.column.external'), value: line.external, hint: t('source.external') },
      ]}
    />
  );
}
