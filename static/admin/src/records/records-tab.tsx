import { type RegisterKind } from '../../../../src/contracts/records';
import { ChainSection } from '../evidence/chain-section';
import { Chip } from '../parts/chip';
import { ChipRow } from '../parts/chip-row';
import { type RecordsRoute, toRegister } from '../route/route';
import { useServices } from '../services';
import { Register } from './register';

/** The registers, by what their records are about. */
const REGISTERS = {
  paths: ['route-out', 'exception', 'hold', 'keep', 'local-action'],
  overrides: ['boundary-exception', 'override-attempt'],
  sources: ['intent', 'redesign', 'source-attestation', 'stewardship'],
  beside: ['protection', 'settings-attestation'],
} as const satisfies Readonly<Record<string, readonly RegisterKind[]>>;
const SUBJECTS = ['paths', 'overrides', 'sources', 'beside'] as const;

/** Everything that people have decided, said and promised, one kind at a time. */
export function RecordsTab({ route }: { route: RecordsRoute }) {
  const { t, routes } = useServices();
  return (
    <div className="registers">
      <div role="group" aria-label={t('register.chooser')} className="registers__chooser">
        {SUBJECTS.map((subject) => (
          <ChipRow key={subject} label={t(`register.about.${subject}`)}>
            {REGISTERS[subject].map((kind) => (
              <Chip
                key={kind}
                label={t(`register.${kind}`)}
                pressed={kind === route.kind}
                press={() => routes.go(toRegister(kind))}
              />
            ))}
          </ChipRow>
        ))}
      </div>
      <Register key={route.kind} kind={route.kind} filter={route.filter} open={route.open} />
      <ChainSection />
    </div>
  );
}
