import { type Bar } from './waterfall-bars';

/** A picture of the number beside it, for those who see it. */
export function WaterfallBar({ bar }: { bar: Bar | undefined }) {
  if (bar === undefined) return null;
  return (
    <svg className="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden>
      <rect className={`bar__part bar__part--${bar.turn}`} x={bar.x} y="1" width={bar.width} height="10" />
    </svg>
  );
}
