import { type HistoryLine } from '../../../../src/contracts/case-history';
import { REGISTER_KINDS } from '../../../../src/contracts/records';
import { AppWords } from '../parts/app-words';
import { tellPath } from '../parts/tell-path';
import { tellStep } from '../parts/tell-step';
import { toRegister } from '../route/route';
import { useServices } from '../services';

type RecordLine = Extract<HistoryLine, { is: 'record' }>;

interface Props {
  line: RecordLine;
  person: string;
}

/** A record that was made, took a step, or whose last day came; with the way to its register. */
export function RecordMoment({ line: { record, to, by, path, note }, person }: Props) {
  const { t, routes } = useServices();
  const register = REGISTER_KINDS.find((kind) => kind === record.kind);
  const name = t(`kind.${record.kind}`);
  const isOfSource = record.kind === 'intent' || record.kind === 'redesign';
  const through = path === null ? null : tellPath(t, path, path.groupName);
  const sought = path === null ? '' : isOfSource ? (through ?? '') : person;
  const what = to === null ? t('history.made') : to === 'over' ? t('state.over') : tellStep(t, to);
  return (
    <>
      <p className="timeline__what">
        <b>{what}</b>
        {register === undefined ? (
          name
        ) : (
          <button
            type="button"
            className="link"
            aria-label={t('history.register', { kind: name })}
            onClick={() => routes.go({ ...toRegister(register), filter: { state: null, text: sought } })}
          >
            {name}
          </button>
        )}
        {through !== null && <span className="quiet">{t('history.path', { path: through })}</span>}
      </p>
      {note !== '' && (
        <p className="timeline__note">{by === 'seatpath' ? <AppWords>{note}</AppWords> : note}</p>
      )}
    </>
  );
}
