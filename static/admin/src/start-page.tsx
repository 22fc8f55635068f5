import '@atlaskit/css-reset';
import './styles/page.css';
import './styles/grid.css';
import './styles/filters.css';
import './styles/parts.css';
import './styles/forms.css';
import { createRoot } from 'react-dom/client';
import { connect } from './platform/bridge';
import { createServices, ServicesContext } from './services';
import { Shell } from './shell/shell';
import { loadLanguage } from './texts/languages';

/** Connects to Jira and draws the page into `root`. */
export async function startPage(root: HTMLElement): Promise<void> {
  const platform = await connect();
  const language = await loadLanguage(platform.locale);
  const services = createServices(platform, language);
  document.documentElement.lang = language.code;
  createRoot(root).render(
    <ServicesContext.Provider value={services}>
      <Shell />
    </ServicesContext.Provider>,
  );
}
