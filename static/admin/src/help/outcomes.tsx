import { useServices } from '../services';
import { HelpSection } from './help-section';
import { Terms } from './terms';

const OF_A_PATH = ['route-out', 'local-removal', 'keep', 'exception', 'hold'] as const;

/** What may be decided about a path, and about a source as a whole. */
export function Outcomes() {
  const { t } = useServices();
  return (
    <HelpSection name="outcomes" body={t('help.outcomes.body')}>
      <Terms
        terms={[
          ...OF_A_PATH.map((kind) => ({ name: t(`${kind}.title`), meaning: t(`${kind}.explain`) })),
          { name: t('kind.intent'), meaning: t('help.intent') },
          { name: t('kind.redesign'), meaning: t('redesign.explain') },
        ]}
      />
    </HelpSection>
  );
}
