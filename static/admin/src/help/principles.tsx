import { useServices } from '../services';
import { HelpSection } from './help-section';

const PRINCIPLES = [
  'read-only',
  'provider',
  'handed-over',
  'unknown',
  'every-path',
  'saving',
  'end',
  'evidence',
  'boundary',
] as const;

/** What holds for every decision, and what is none of Seatpath’s. */
export function Principles() {
  const { t } = useServices();
  return (
    <HelpSection name="principles">
      <ul className="help__list">
        {PRINCIPLES.map((one) => (
          <li key={one}>{t(`help.principle.${one}`)}</li>
        ))}
      </ul>
    </HelpSection>
  );
}
