import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { type ReactNode } from 'react';
import { TABS, type Tab as TabName } from '../route/route';
import { useServices } from '../services';

/** The tabs; the panel of the chosen one alone is in the document. */
export function PageTabs({ tab, children }: { tab: TabName; children: ReactNode }) {
  const { t, routes } = useServices();
  return (
    <Tabs
      id="views"
      selected={TABS.indexOf(tab)}
      onChange={(index) => routes.goTab(TABS[index] ?? 'overview')}
      shouldUnmountTabPanelOnChange
    >
      <TabList>
        {TABS.map((name) => (
          <Tab key={name}>{t(`tab.${name}`)}</Tab>
        ))}
      </TabList>
      {TABS.map((name) => (
        <TabPanel key={name}>
          <div className="tab">{name === tab && children}</div>
        </TabPanel>
      ))}
    </Tabs>
  );
}
