import { useServices } from '../services';
import { HelpSection } from './help-section';
import { Terms } from './terms';

const BLOCKS = ['check', 'hold', 'proof'] as const;

/** The three blocks that stand on every opened path. */
export function BeforeDeciding() {
  const { t } = useServices();
  return (
    <HelpSection name="row" body={t('help.row.body')}>
      <Terms terms={BLOCKS.map((block) => ({ name: t(`case.${block}`), meaning: t(`help.row.${block}`) }))} />
    </HelpSection>
  );
}
