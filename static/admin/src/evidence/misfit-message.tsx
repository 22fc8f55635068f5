import SectionMessage from '@atlaskit/section-message';
import { type Misfit } from '../../../../src/contracts/evidence-views';
import { REGISTER_KINDS } from '../../../../src/contracts/records';
import { tellWeek } from '../review/cycle-week';
import { toRegister } from '../route/route';
import { useServices } from '../services';

/** The first thing of the chain that does not fit, by its name, with the way to it. */
export function MisfitMessage({ misfit: { what, sequence, bound } }: { misfit: Misfit }) {
  const { t } = useServices();
  return (
    <SectionMessage appearance="error" headingLevel="h3" title={t('chain.broken')}>
      <p>{t(`chain.misfit.${what}`, { sequence: sequence ?? 0 })}</p>
      {what !== 'head' && <p>{bound === null ? t('chain.bound.unknown') : <BoundName bound={bound} />}</p>}
    </SectionMessage>
  );
}

function BoundName({ bound }: { bound: NonNullable<Misfit['bound']> }) {
  const { t, routes } = useServices();
  if (bound.is === 'cycle') return t('chain.bound.cycle', { week: tellWeek(t, bound.id) });
  const name = t('chain.bound.record', { kind: t(`kind.${bound.kind}`), id: bound.id });
  const register = REGISTER_KINDS.find((kind) => kind === bound.kind);
  if (register === undefined) return name;
  return (
    <button
      type="button"
      className="link"
      onClick={() => routes.go({ ...toRegister(register), open: bound.id })}
    >
      {name}
    </button>
  );
}
