import { Facts } from '../parts/facts';
import { useServices } from '../services';
import { HelpSection } from './help-section';

const OF_A_PATH = ['route-out', 'local-removal', 'keep', 'exception', 'hold'] as const;

/** What may be decided about a path, and about a source as a whole. */
export function Outcomes() {
  const { t } = useServices();
  return (
    <HelpSection name="outcomes" body={t('help.outcomes.body')}>
      <Facts
        name="help__terms"
        facts={[
          ...OF_A_PATH.map((kind) => ({ what: t(`${kind}.title`), is: t(`${kind}.explain`) })),
          { what: t('kind.intent'), is: t('help.intent') },
          { what: t('kind.redesign'), is: t('redesign.explain') },
        ]}
      />
    </HelpSection>
  );
}
