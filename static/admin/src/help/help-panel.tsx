import '../styles/help.css';
import { SidePanel } from '../parts/side-panel';
import { StateView } from '../parts/state-view';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { dataOf } from '../states/view-state';
import { AtTheDesk } from './at-the-desk';
import { BeforeDeciding } from './before-deciding';
import { Contents } from './contents';
import { HelpSection } from './help-section';
import { Outcomes } from './outcomes';
import { Owners } from './owners';
import { Principles } from './principles';
import { References } from './references';
import { ADMIN_SECTIONS, DESK_SECTIONS } from './sections';
import { Signals } from './signals';
import { WeeklyHour } from './weekly-hour';

interface Props {
  atDesk: boolean;
  close: () => void;
}

/** What Seatpath does, how a week goes, whose a change is, and the pages of Atlassian’s that all of it rests on. */
export function HelpPanel({ atDesk, close }: Props) {
  const { t, format } = useServices();
  const answer = useAnswer('help/get', {});
  const state = useStore(answer);
  const checked = dataOf(state)?.references[0]?.checked;
  return (
    <SidePanel
      title={t('help.title')}
      label={t('help.title')}
      sub={checked === undefined ? null : t('help.checked', { date: format.day(checked) })}
      close={close}
    >
      <div className="sheet help">
        <Contents sections={atDesk ? DESK_SECTIONS : ADMIN_SECTIONS} />
        <HelpSection name="about" body={t('help.about.body')}>
          {atDesk && <p className="help__body">{t('desk.body')}</p>}
        </HelpSection>
        {atDesk ? <AtTheDesk /> : <WeeklyHour leave={close} />}
        <StateView state={state} retry={() => void answer.load()}>
          {({ signals, owners, references }) => (
            <div className="sheet">
              <Signals signals={signals} />
              <Owners owners={owners} />
              {!atDesk && <Outcomes />}
              {!atDesk && <BeforeDeciding />}
              <Principles />
              <References references={references} />
            </div>
          )}
        </StateView>
      </div>
    </SidePanel>
  );
}
