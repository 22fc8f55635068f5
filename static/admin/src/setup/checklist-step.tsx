import Button from '@atlaskit/button/new';
import Lozenge, { type NewLozengeProps } from '@atlaskit/lozenge';
import { type LastCheck, type SetupStep } from '../../../../src/contracts/setup-checks';
import { type Person } from '../../../../src/contracts/views';
import { ErrorMessage } from '../parts/error-message';
import { type PageError } from '../platform/call-app';
import { useMay, useServices } from '../services';
import { CheckRemark } from './check-remark';
import { goTo, placeOfStep } from './check-places';
import { badFirst, type Standing } from './step-standing';

const APPEARANCES: Readonly<Record<Standing, NonNullable<NewLozengeProps['appearance']>>> = {
  ok: 'success',
  failed: 'danger',
  warning: 'warning',
  unknown: 'information',
  'partly-unknown': 'information',
  open: 'warning',
  optional: 'neutral',
  untested: 'neutral',
  changed: 'neutral',
};

interface Props {
  step: SetupStep;
  standing: Standing;
  /** What is set up, and what follows from it; shown until a test knows better. */
  words: string;
  last: LastCheck | undefined;
  /** Whether a test is under way; what the one before showed stays meanwhile. */
  running: boolean;
  /** Why a test brought no answer. */
  error: PageError | null;
  people: readonly Person[];
  test: () => void;
}

/** A step of the checklist: how it stands, where it is set up, its test, and what the last one found. */
export function ChecklistStep({ step, standing, words, last, running, error, people, test }: Props) {
  const services = useServices();
  const { t } = services;
  const may = useMay('setup/check');
  const name = t(`setup.check.${step}`);
  return (
    <li className="checklist__step">
      <span className="checklist__state">
        <Lozenge appearance={APPEARANCES[standing]}>{t(`setup.standing.${standing}`)}</Lozenge>
      </span>
      <div className="checklist__words">
        <button
          type="button"
          className="link checklist__name"
          onClick={() => goTo(placeOfStep[step], services)}
        >
          {name}
        </button>
        {last === undefined && <p className="quiet">{words}</p>}
      </div>
      {may && (
        <Button
          spacing="compact"
          isLoading={running}
          aria-label={t('setup.checklist.test.step', { step: name })}
          onClick={test}
        >
          {t('setup.checklist.test')}
        </Button>
      )}
      {(last !== undefined || error !== null) && (
        <div className="checklist__result">
          {error !== null && <ErrorMessage error={error} />}
          {last !== undefined && <Result step={step} last={last} people={people} />}
        </div>
      )}
    </li>
  );
}

interface ResultProps {
  step: SetupStep;
  last: LastCheck;
  people: readonly Person[];
}

function Result({ step, last: { at, remarks, outdated }, people }: ResultProps) {
  const { t, format } = useServices();
  return (
    <>
      <ul className="remarks">
        {badFirst(remarks).map((remark) => (
          <CheckRemark
            key={`${remark.code} ${remark.params.name ?? ''}`}
            step={step}
            remark={remark}
            people={people}
          />
        ))}
      </ul>
      <p className="checklist__when">
        {t('setup.checklist.tested-at', { at: format.moment(at) })} {outdated && t('setup.checklist.changed')}
      </p>
    </>
  );
}
