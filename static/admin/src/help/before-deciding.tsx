import { Facts } from '../parts/facts';
import { useServices } from '../services';
import { HelpSection } from './help-section';

const BLOCKS = ['check', 'hold', 'proof'] as const;

/** The three blocks that stand on every opened path. */
export function BeforeDeciding() {
  const { t } = useServices();
  return (
    <HelpSection name="row" body={t('help.row.body')}>
      <Facts
        name="help__terms"
        facts={BLOCKS.map((block) => ({ what: t(`case.${block}`), is: t(`help.row.${block}`) }))}
      />
    </HelpSection>
  );
}
