import { type SpokenFor } from '../../../../src/contracts/views';
import { HelpButton } from '../help/help-button';
import { useServices } from '../services';

/** What the page is, and for what the reader speaks here. */
export function DeskHeader({ speaksFor }: { speaksFor: SpokenFor | null }) {
  const { t, format } = useServices();
  const names = [
    ...(speaksFor?.providers ?? []).map(({ name }) => name),
    ...(speaksFor?.groups ?? []).map(({ groupName, provider }) =>
      t('desk.group', { group: groupName, provider }),
    ),
  ];
  return (
    <header className="head">
      <div className="head__row">
        <div className="head__words">
          <h1 className="head__title">{t('desk.title')}</h1>
          <p className="desk__speaks">{t('desk.speaks', { names: format.list(names) })}</p>
        </div>
        <HelpButton atDesk />
      </div>
      <p className="quiet">{t('desk.body')}</p>
    </header>
  );
}
