import '@atlaskit/css-reset';
import './styles/page.css';
import './styles/grid.css';
import './styles/filters.css';
import './styles/parts.css';
import './styles/forms.css';
import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { connect } from './platform/bridge';
import { createServices, ServicesContext } from './services';
import { Boundary } from './shell/boundary';
import { Shell } from './shell/shell';
import { loadLanguage } from './texts/languages';

const DeskPage = lazy(() => import('./desk/desk-page').then((m) => ({ default: m.DeskPage })));

/** The module of manifest.yml that is the identity owner’s desk; every other one is the admin page. */
const DESK = 'seatpath-desk';

/** Connects to Jira and draws the page into `root`: the one whose module Jira shows. */
export async function startPage(root: HTMLElement): Promise<void> {
  const platform = await connect();
  const language = await loadLanguage(platform.locale);
  const services = createServices(platform, language);
  document.documentElement.lang = language.code;
  createRoot(root).render(
    <ServicesContext.Provider value={services}>
      <Boundary level={1}>
        {platform.moduleKey === DESK ? (
          <Suspense fallback={null}>
            <DeskPage />
          </Suspense>
        ) : (
          <Shell />
        )}
      </Boundary>
    </ServicesContext.Provider>,
  );
}
