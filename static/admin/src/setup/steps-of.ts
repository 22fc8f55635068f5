import { type SetupStep } from '../../../../src/contracts/setup-checks';
import { type SetupView } from '../../../../src/contracts/views';
import { type Translate } from '../texts/texts';
import { type StepFacts } from './step-standing';

export interface Step extends StepFacts {
  step: SetupStep;
  /** What follows from what is set up, or is not. */
  words: string;
}

/** The steps of the checklist, in the order in which they are taken, by what is typed alone. */
export function stepsOf(t: Translate, view: SetupView, scanned: boolean): readonly Step[] {
  const { keys, identityProviders, roles, review } = view;
  const routed = identityProviders.every(
    (idp) => idp.owners.length > 0 && idp.projectKey !== null && idp.issueTypeId !== null,
  );
  const deciding = roles.filter(({ role }) => role === 'owner' || role === 'reviewer');
  const typed = {
    'org-key': keys.active !== null,
    scan: scanned,
    owners: identityProviders.length > 0 && routed,
    roles: new Set(deciding.map(({ accountId }) => accountId)).size > 1,
    scim: keys.scim.length > 0,
  };
  const plain = (step: keyof typeof typed, optional = false): Step => ({
    step,
    typed: typed[step],
    optional,
    words: t(typed[step] ? `setup.check.${step}.done` : `setup.check.${step}.open`),
  });
  return [
    plain('org-key'),
    plain('scan'),
    plain('owners'),
    plain('roles'),
    { step: 'prices', typed: null, optional: true, words: t('setup.check.prices.open') },
    {
      step: 'review',
      typed: true,
      optional: false,
      words: t('setup.check.review.done', {
        every: t(`setup.every.${review.every}`),
        weekday: t(`setup.weekday.${review.weekday}`),
        timeZone: review.timeZone,
      }),
    },
    plain('scim', true),
  ];
}
