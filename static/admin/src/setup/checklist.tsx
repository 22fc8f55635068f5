import Lozenge from '@atlaskit/lozenge';
import { type SetupView } from '../../../../src/contracts/views';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';

/** What is done, and what follows from what is not. */
export function Checklist({ view }: { view: SetupView }) {
  const { t, scan } = useServices();
  const progress = dataOf(useStore(scan));
  const routed = view.identityProviders.every(
    (idp) => idp.owners.length > 0 && idp.projectKey !== null && idp.issueTypeId !== null,
  );
  const checks = [
    { name: 'org-key', done: view.keys.active !== null, optional: false },
    { name: 'scan', done: progress !== null && progress.lastPublishedAt !== null, optional: false },
    { name: 'idp', done: view.identityProviders.length > 0 && routed, optional: false },
    { name: 'roles', done: view.roles.some(({ role }) => role !== 'owner'), optional: false },
    { name: 'scim', done: view.keys.scim.length > 0, optional: true },
  ] as const;
  return (
    <section className="section checklist" aria-label={t('setup.checklist')}>
      <h2 className="section__title">{t('setup.checklist')}</h2>
      <ol className="checklist__list">
        {checks.map(({ name, done, optional }) => (
          <li key={name} className="checklist__item">
            <span className="checklist__state">
              <Lozenge appearance={done ? 'success' : optional ? 'neutral' : 'warning'}>
                {t(done ? 'setup.checklist.done' : 'setup.checklist.open')}
              </Lozenge>
            </span>
            <span className="checklist__words">
              <b>{t(`setup.check.${name}`)}</b>{' '}
              <span className="quiet">
                {t(done ? `setup.check.${name}.done` : `setup.check.${name}.open`)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
