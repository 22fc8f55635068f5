import Lozenge from '@atlaskit/lozenge';
import { type Tab } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { HelpSection } from './help-section';

/** The tabs in the order in which an hour goes through them. */
const HOUR = ['overview', 'review', 'sources', 'handed-over', 'savings'] as const satisfies readonly Tab[];
/** Those that one needs now and then. */
const BESIDE = ['cases', 'records', 'setup'] as const satisfies readonly Tab[];

/** The hour of a week in five steps, and what stands beside it; each leads to its tab. */
export function WeeklyHour({ leave }: { leave: () => void }) {
  const { t } = useServices();
  return (
    <HelpSection name="week" body={t('help.week.body')}>
      <ol className="help__steps">
        {HOUR.map((tab) => (
          <TabHelp key={tab} tab={tab} leave={leave} />
        ))}
      </ol>
      <h4 className="help__subtitle">{t('help.beside')}</h4>
      <ul className="plain help__beside">
        {BESIDE.map((tab) => (
          <TabHelp key={tab} tab={tab} leave={leave} />
        ))}
      </ul>
    </HelpSection>
  );
}

/** What one tab is for; the one that the reader is on says so. */
function TabHelp({ tab, leave }: { tab: Tab; leave: () => void }) {
  const { t, routes } = useServices();
  const here = useStore(routes).tab === tab;
  const follow = (): void => {
    leave();
    routes.goTab(tab);
  };
  return (
    <li aria-current={here ? 'step' : undefined}>
      <span className="help__tab">
        <button type="button" className="link" onClick={follow}>
          {t(`tab.${tab}`)}
        </button>
        {here && <Lozenge appearance="accent-blue">{t('help.here')}</Lozenge>}
      </span>
      <p>{t(`help.tab.${tab}`)}</p>
    </li>
  );
}
