import { useServices } from '../services';
import { type SectionName, titleId } from './sections';

/** The ways to the sections below. No addresses: those are the page’s routes. */
export function Contents({ sections }: { sections: readonly SectionName[] }) {
  const { t } = useServices();
  const lead = (name: SectionName): void => {
    const title = document.getElementById(titleId(name));
    title?.focus({ preventScroll: true });
    title?.scrollIntoView();
  };
  return (
    <nav aria-label={t('help.contents')}>
      <ul className="plain help__contents">
        {sections.map((name) => (
          <li key={name}>
            <button type="button" className="link" onClick={() => lead(name)}>
              {t(`help.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
