import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { type LastCheck } from '../../../../src/contracts/setup-checks';
import { type SetupView } from '../../../../src/contracts/views';
import { useMay, useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { ChecklistStep } from './checklist-step';
import { type Standing, standingOf } from './step-standing';
import { type Step, stepsOf } from './steps-of';

/** What is set up, what its tests found, and what follows from what is not. */
export function Checklist({ view }: { view: SetupView }) {
  const { t, scan, checks, routes } = useServices();
  const progress = dataOf(useStore(scan));
  const tests = useStore(checks);
  const may = useMay('setup/check');
  const [told, setTold] = useState<Step['step'] | null>(null);
  const lastScan = progress?.lastPublishedAt ?? null;
  const steps = stepsOf(t, view, lastScan !== null);
  const lastOf = ({ step }: Step): LastCheck | undefined => view.checks.find((check) => check.step === step);
  const standing = (step: Step): Standing => standingOf(step, lastOf(step));
  const test = async ({ step }: Step): Promise<void> => {
    setTold(null);
    await checks.test(step);
    setTold(step);
  };
  // One after the other: the keys allow few calls a minute, and who reads along can follow.
  const testAll = async (): Promise<void> => {
    for (const step of steps) await test(step);
  };
  const last = steps.find(({ step }) => step === told);
  return (
    <section className="section checklist" aria-label={t('setup.checklist')}>
      <div className="checklist__head">
        <h2 className="section__title">{t('setup.checklist')}</h2>
        {may && (
          <Button
            isDisabled={Object.values(tests).some(({ running }) => running)}
            onClick={() => void testAll()}
          >
            {t('setup.checklist.test-all')}
          </Button>
        )}
      </div>
      {may && <p className="section__body">{t('setup.checklist.body')}</p>}
      <ol className="checklist__list">
        {steps.map((step) => (
          <ChecklistStep
            key={step.step}
            step={step.step}
            standing={standing(step)}
            words={step.words}
            last={lastOf(step)}
            running={tests[step.step]?.running === true}
            error={tests[step.step]?.error ?? null}
            people={view.people}
            test={() => void test(step)}
          />
        ))}
      </ol>
      {lastScan !== null && (
        <p className="checklist__next">
          {t('setup.checklist.scanned')}{' '}
          <button
            type="button"
            className="link"
            onClick={() => routes.go({ tab: 'overview', at: 'standouts' })}
          >
            {t('setup.checklist.standouts')}
          </button>
        </p>
      )}
      <p className="sr-only" role="status">
        {last !== undefined &&
          t('setup.checklist.told', {
            step: t(`setup.check.${last.step}`),
            standing: t(`setup.standing.${standing(last)}`),
          })}
      </p>
    </section>
  );
}
